/** The packaged connector at a broker that is too old for what it is told to use. */
@NullMarked
package io.github.feishuhire.faults.rest;

import org.jspecify.annotations.NullMarked;
