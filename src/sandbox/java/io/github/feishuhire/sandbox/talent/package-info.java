/** The people of the talent pool, how they are found again, and their tags. */
@NullMarked
package io.github.feishuhire.sandbox.talent;

import org.jspecify.annotations.NullMarked;
