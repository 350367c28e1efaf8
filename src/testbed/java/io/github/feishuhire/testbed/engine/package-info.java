/** A real broker as a process of its own, and an engine that refuses what it is told to. */
@NullMarked
package io.github.feishuhire.testbed.engine;

import org.jspecify.annotations.NullMarked;
