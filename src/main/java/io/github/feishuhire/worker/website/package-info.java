/**
 * The tasks about career sites: what a tenant has set up there, such as job posts, channels and
 * locations, and the candidates' accounts.
 */
@NullMarked
package io.github.feishuhire.worker.website;

import org.jspecify.annotations.NullMarked;
