/** The client as its callers see it, against the sandbox over real sockets. */
@NullMarked
package io.github.feishuhire.api;

import org.jspecify.annotations.NullMarked;
