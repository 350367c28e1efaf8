/**
 * Looks at everything a worker depends on and names the fault. It speaks HTTP itself, because the
 * client keeps from its callers what a diagnosis is made of: headers, and links in refusals.
 */
@NullMarked
package io.github.feishuhire.command.doctor;

import org.jspecify.annotations.NullMarked;
