/** Applications and hiring processes: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.application;

import org.jspecify.annotations.NullMarked;
