/**
 * One API call as the rules see it: a row of the API table, a body as a JSON tree, a reply. It
 * knows neither sockets nor any feature.
 */
@NullMarked
package io.github.feishuhire.sandbox.http;

import org.jspecify.annotations.NullMarked;
