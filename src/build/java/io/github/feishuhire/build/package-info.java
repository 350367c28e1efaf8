/** What the build writes from the catalogue, and no person edits. */
@NullMarked
package io.github.feishuhire.build;

import org.jspecify.annotations.NullMarked;
