/** The doctor, and every fault it is there for. */
@NullMarked
package io.github.feishuhire.command.doctor;

import org.jspecify.annotations.NullMarked;
