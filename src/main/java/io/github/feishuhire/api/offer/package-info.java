/** Offers. What is offered is not read, only how far the offer is. */
@NullMarked
package io.github.feishuhire.api.offer;

import org.jspecify.annotations.NullMarked;
