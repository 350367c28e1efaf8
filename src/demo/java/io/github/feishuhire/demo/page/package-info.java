/** The page of the demo: what was seen, and what somebody who looks on can do. */
@NullMarked
package io.github.feishuhire.demo.page;

import org.jspecify.annotations.NullMarked;
