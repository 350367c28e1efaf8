/** Starts the connector: settings, every bean, nothing else. */
@NullMarked
package io.github.feishuhire;

import org.jspecify.annotations.NullMarked;
