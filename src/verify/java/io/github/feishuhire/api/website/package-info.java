/** Career sites: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.website;

import org.jspecify.annotations.NullMarked;
