/**
 * Deliveries of candidates to the job posts of a career site, and the tasks that carry them out.
 */
@NullMarked
package io.github.feishuhire.api.delivery;

import org.jspecify.annotations.NullMarked;
