/** Talents and tags: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.talent;

import org.jspecify.annotations.NullMarked;
