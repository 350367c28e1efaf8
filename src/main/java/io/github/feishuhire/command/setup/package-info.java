/** What every command is given by the application it is a part of. */
@NullMarked
package io.github.feishuhire.command.setup;

import org.jspecify.annotations.NullMarked;
