/**
 * The tasks that look up what a tenant has set up: career sites, job posts, channels, locations.
 */
@NullMarked
package io.github.feishuhire.worker.website;

import org.jspecify.annotations.NullMarked;
