/** The sandbox's events, as Feishu's own SDK takes them. */
@NullMarked
package io.github.feishuhire.sandbox.event;

import org.jspecify.annotations.NullMarked;
