/** Locations: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.location;

import org.jspecify.annotations.NullMarked;
