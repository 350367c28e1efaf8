/**
 * The connector as whoever runs it sees it: the whole application, its health, numbers and logs.
 */
@NullMarked
package io.github.feishuhire.operation;

import org.jspecify.annotations.NullMarked;
