/**
 * Career sites of the tenant, what a delivery to one names (channels, job posts, places), and the
 * candidates' accounts there.
 */
@NullMarked
package io.github.feishuhire.api.website;

import org.jspecify.annotations.NullMarked;
