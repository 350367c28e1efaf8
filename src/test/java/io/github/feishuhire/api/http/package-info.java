/** What becomes of requests when tokens run out, limits bite and the other side misbehaves. */
@NullMarked
package io.github.feishuhire.api.http;

import org.jspecify.annotations.NullMarked;
