@NullMarked
package io.github.feishuhire.worker.engine;

import org.jspecify.annotations.NullMarked;
