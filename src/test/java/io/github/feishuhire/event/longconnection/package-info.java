@NullMarked
package io.github.feishuhire.event.longconnection;

import org.jspecify.annotations.NullMarked;
