/**
 * The fault campaign: a real broker, workers in their own JVMs, and a stand-in for Feishu, all
 * broken on purpose.
 */
@NullMarked
package io.github.feishuhire.faults;

import org.jspecify.annotations.NullMarked;
