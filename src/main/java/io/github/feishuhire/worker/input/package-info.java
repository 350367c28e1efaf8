/**
 * What a job brings: variables and task headers, bound by hand so that no refusal ever quotes a
 * value.
 */
@NullMarked
package io.github.feishuhire.worker.input;

import org.jspecify.annotations.NullMarked;
