/** What interviewers and evaluators make of an applicant. */
@NullMarked
package io.github.feishuhire.api.interview;

import org.jspecify.annotations.NullMarked;
