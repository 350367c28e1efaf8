/** A real broker as a process of its own. */
@NullMarked
package io.github.feishuhire.testbed.engine;

import org.jspecify.annotations.NullMarked;
