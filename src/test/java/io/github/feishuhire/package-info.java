/** How the connector is started. */
@NullMarked
package io.github.feishuhire;

import org.jspecify.annotations.NullMarked;
