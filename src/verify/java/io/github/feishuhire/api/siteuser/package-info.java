/** Site users: what is on the wire, and what a reply means. */
@NullMarked
package io.github.feishuhire.api.siteuser;

import org.jspecify.annotations.NullMarked;
