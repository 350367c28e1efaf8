/** The commands as somebody types them. */
@NullMarked
package io.github.feishuhire.command;

import org.jspecify.annotations.NullMarked;
