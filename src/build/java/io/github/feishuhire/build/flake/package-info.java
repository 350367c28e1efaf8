@NullMarked
package io.github.feishuhire.build.flake;

import org.jspecify.annotations.NullMarked;
