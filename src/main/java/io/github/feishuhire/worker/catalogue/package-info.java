/**
 * What is known of each operation without running it: what it calls, takes, gives and can end with.
 * The worker binds jobs by it; templates, tables and checks are written from it.
 */
@NullMarked
package io.github.feishuhire.worker.catalogue;

import org.jspecify.annotations.NullMarked;
