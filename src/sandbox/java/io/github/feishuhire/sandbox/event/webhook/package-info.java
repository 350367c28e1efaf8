/** Events by HTTP: encrypted and signed as the developer console of an app says. */
@NullMarked
package io.github.feishuhire.sandbox.event.webhook;

import org.jspecify.annotations.NullMarked;
