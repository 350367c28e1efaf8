/** Templates and models say what the code says: each rule tells how to mend what has drifted. */
@NullMarked
package io.github.feishuhire.drift;

import org.jspecify.annotations.NullMarked;
