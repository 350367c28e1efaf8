/** What a job may bring, and what is refused before anything is sent. */
@NullMarked
package io.github.feishuhire.worker.input;

import org.jspecify.annotations.NullMarked;
