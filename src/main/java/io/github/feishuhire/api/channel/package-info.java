/** Promotion channels of a career site: they tell where a candidate came from. */
@NullMarked
package io.github.feishuhire.api.channel;

import org.jspecify.annotations.NullMarked;
