/**
 * How a request travels: token, quota, deadline, and the one place that judges replies. It knows no
 * feature.
 */
@NullMarked
package io.github.feishuhire.api.http;

import org.jspecify.annotations.NullMarked;
