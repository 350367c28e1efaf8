/**
 * The connector beside the real Camunda with Operate and Tasklist, each a process of its own on
 * this machine.
 */
@NullMarked
package io.github.feishuhire.camunda;

import org.jspecify.annotations.NullMarked;
