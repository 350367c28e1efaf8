/** Templates for one tenant, as the command writes them. */
@NullMarked
package io.github.feishuhire.command.templates;

import org.jspecify.annotations.NullMarked;
