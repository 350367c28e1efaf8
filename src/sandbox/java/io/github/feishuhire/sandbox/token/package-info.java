/** Apps and their tenant access tokens. It knows nothing of the Hire APIs that ask for a token. */
@NullMarked
package io.github.feishuhire.sandbox.token;

import org.jspecify.annotations.NullMarked;
