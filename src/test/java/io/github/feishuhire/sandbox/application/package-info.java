/** What is told of what happens in the sandbox. */
@NullMarked
package io.github.feishuhire.sandbox.application;

import org.jspecify.annotations.NullMarked;
