/**
 * The tasks about applications: how far they are, what interviewers and evaluators make of them,
 * how the offer stands, and how they go on or end.
 */
@NullMarked
package io.github.feishuhire.worker.application;

import org.jspecify.annotations.NullMarked;
