/** Job posts: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.jobpost;

import org.jspecify.annotations.NullMarked;
