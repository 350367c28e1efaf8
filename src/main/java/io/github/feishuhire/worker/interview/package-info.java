/** The tasks that read what interviewers and evaluators make of an applicant. */
@NullMarked
package io.github.feishuhire.worker.interview;

import org.jspecify.annotations.NullMarked;
