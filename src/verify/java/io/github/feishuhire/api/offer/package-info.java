/** Offers: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.offer;

import org.jspecify.annotations.NullMarked;
