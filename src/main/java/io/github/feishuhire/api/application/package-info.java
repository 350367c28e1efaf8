/** Applications, and the hiring processes they go through. */
@NullMarked
package io.github.feishuhire.api.application;

import org.jspecify.annotations.NullMarked;
