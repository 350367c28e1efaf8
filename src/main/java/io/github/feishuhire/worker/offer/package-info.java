/** The task that reads how far an offer is. */
@NullMarked
package io.github.feishuhire.worker.offer;

import org.jspecify.annotations.NullMarked;
