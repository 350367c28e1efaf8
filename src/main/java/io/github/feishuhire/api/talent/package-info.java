/** The people of the talent pool, their tags, and notes on them. */
@NullMarked
package io.github.feishuhire.api.talent;

import org.jspecify.annotations.NullMarked;
