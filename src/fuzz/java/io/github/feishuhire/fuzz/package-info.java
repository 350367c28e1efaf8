/** What nobody thought of: replies and variables made by chance, and what must be true of each. */
@NullMarked
package io.github.feishuhire.fuzz;

import org.jspecify.annotations.NullMarked;
