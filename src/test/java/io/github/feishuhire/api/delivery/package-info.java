/** Submissions and their tasks: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.delivery;

import org.jspecify.annotations.NullMarked;
