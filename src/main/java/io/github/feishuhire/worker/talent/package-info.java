/** The tasks about people of the talent pool: their tags, and notes on them. */
@NullMarked
package io.github.feishuhire.worker.talent;

import org.jspecify.annotations.NullMarked;
