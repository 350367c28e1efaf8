/** Notes: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.note;

import org.jspecify.annotations.NullMarked;
