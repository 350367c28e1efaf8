/** What an operator sees: health and metrics, fed by what the client and the worker tell. */
@NullMarked
package io.github.feishuhire.monitoring;

import org.jspecify.annotations.NullMarked;
