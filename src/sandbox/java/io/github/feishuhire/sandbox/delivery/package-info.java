/**
 * Deliveries: what is checked when one is submitted, and what becomes of its task. It knows nothing
 * of HTTP.
 */
@NullMarked
package io.github.feishuhire.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
