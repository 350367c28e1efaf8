/** Career sites of the tenant. */
@NullMarked
package io.github.feishuhire.api.website;

import org.jspecify.annotations.NullMarked;
