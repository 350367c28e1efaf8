/** The sandbox from outside: over real sockets, by clients that share nothing with it. */
@NullMarked
package io.github.feishuhire.sandbox;

import org.jspecify.annotations.NullMarked;
