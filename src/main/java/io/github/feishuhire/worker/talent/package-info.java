/** The task about tags of talents. */
@NullMarked
package io.github.feishuhire.worker.talent;

import org.jspecify.annotations.NullMarked;
