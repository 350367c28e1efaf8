/** What an earlier run of a job, or a person, may have left behind. */
@NullMarked
package io.github.feishuhire.worker.job;

import org.jspecify.annotations.NullMarked;
