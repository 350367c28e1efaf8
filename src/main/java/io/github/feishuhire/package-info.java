/** Starts the connector: every bean, and nothing else. */
@NullMarked
package io.github.feishuhire;

import org.jspecify.annotations.NullMarked;
