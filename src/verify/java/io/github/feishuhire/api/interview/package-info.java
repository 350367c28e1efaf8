/** Interviews and evaluations: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.interview;

import org.jspecify.annotations.NullMarked;
