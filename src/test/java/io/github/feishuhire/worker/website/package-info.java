/** How site users are bound. */
@NullMarked
package io.github.feishuhire.worker.website;

import org.jspecify.annotations.NullMarked;
