/**
 * The shipped processes on the embedded engine, with the worker running and the sandbox behind it.
 */
@NullMarked
package io.github.feishuhire.process;

import org.jspecify.annotations.NullMarked;
