/** What a tenant has set up for hiring. */
@NullMarked
package io.github.feishuhire.api.hiring;

import org.jspecify.annotations.NullMarked;
