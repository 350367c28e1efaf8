/** What a job can end in, and who decides it. Nothing here talks to anyone. */
@NullMarked
package io.github.feishuhire.worker.outcome;

import org.jspecify.annotations.NullMarked;
