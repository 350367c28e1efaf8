/** Programs started as processes of their own, so that they can be killed for real. */
@NullMarked
package io.github.feishuhire.testbed.process;

import org.jspecify.annotations.NullMarked;
