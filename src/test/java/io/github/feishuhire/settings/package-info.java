/** Settings as the person who runs the connector writes them. */
@NullMarked
package io.github.feishuhire.settings;

import org.jspecify.annotations.NullMarked;
