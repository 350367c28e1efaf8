@NullMarked
package io.github.feishuhire.worker.catalogue;

import org.jspecify.annotations.NullMarked;
