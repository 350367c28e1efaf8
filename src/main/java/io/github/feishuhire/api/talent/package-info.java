/** The people of the talent pool, and their tags. */
@NullMarked
package io.github.feishuhire.api.talent;

import org.jspecify.annotations.NullMarked;
