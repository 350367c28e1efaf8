/** Promotion channels of a career site. It knows nothing of who comes by them. */
@NullMarked
package io.github.feishuhire.sandbox.channel;

import org.jspecify.annotations.NullMarked;
