/**
 * What the jar does when it is given a command instead of jobs. It uses the client; the worker, the
 * sandbox and the settings are not its business, what it needs of them is handed down.
 */
@NullMarked
package io.github.feishuhire.command;

import org.jspecify.annotations.NullMarked;
