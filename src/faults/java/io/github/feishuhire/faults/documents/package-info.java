/** Resumes from a real broker's document store, by a worker in a small JVM of its own. */
@NullMarked
package io.github.feishuhire.faults.documents;

import org.jspecify.annotations.NullMarked;
