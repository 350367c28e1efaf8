/**
 * What can go wrong on purpose, and the script that says when. It knows nothing of the rules it
 * disturbs.
 */
@NullMarked
package io.github.feishuhire.sandbox.fault;

import org.jspecify.annotations.NullMarked;
