/** The connector as a guest of Camunda's connector runtime. */
@NullMarked
package io.github.feishuhire.faults.runtime;

import org.jspecify.annotations.NullMarked;
