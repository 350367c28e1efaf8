/** Applications on their way through a hiring process. It knows nothing of how one is delivered. */
@NullMarked
package io.github.feishuhire.sandbox.application;

import org.jspecify.annotations.NullMarked;
