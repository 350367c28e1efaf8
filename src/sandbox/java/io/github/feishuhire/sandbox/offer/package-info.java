/** Offers. It knows nothing of how an application moves. */
@NullMarked
package io.github.feishuhire.sandbox.offer;

import org.jspecify.annotations.NullMarked;
