/**
 * One job from its arrival to the one command that ends it, and the claim that keeps a submission
 * from being repeated.
 */
@NullMarked
package io.github.feishuhire.worker.job;

import org.jspecify.annotations.NullMarked;
