/**
 * The whole product offline: an engine, the sandbox, the worker, and candidates who travel through
 * it.
 */
@NullMarked
package io.github.feishuhire.demo;

import org.jspecify.annotations.NullMarked;
