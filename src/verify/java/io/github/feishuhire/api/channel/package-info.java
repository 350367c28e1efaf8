/** Promotion channels: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.channel;

import org.jspecify.annotations.NullMarked;
