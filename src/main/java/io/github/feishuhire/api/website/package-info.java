/** Career sites of the tenant, and what a delivery to one names: channels, job posts, places. */
@NullMarked
package io.github.feishuhire.api.website;

import org.jspecify.annotations.NullMarked;
