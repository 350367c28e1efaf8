/** The table of operations, held against the contract. */
@NullMarked
package io.github.feishuhire.worker;

import org.jspecify.annotations.NullMarked;
