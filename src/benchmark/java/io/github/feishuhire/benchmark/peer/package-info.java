/** Other workers that do what the connector does, each a program of its own. */
@NullMarked
package io.github.feishuhire.benchmark.peer;

import org.jspecify.annotations.NullMarked;
