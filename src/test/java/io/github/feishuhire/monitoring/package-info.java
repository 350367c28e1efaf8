/** What the numbers say, in a registry as the application has it. */
@NullMarked
package io.github.feishuhire.monitoring;

import org.jspecify.annotations.NullMarked;
