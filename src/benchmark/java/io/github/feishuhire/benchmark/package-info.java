/** The connector beside other workers, on one engine and one stand-in for Feishu. */
@NullMarked
package io.github.feishuhire.benchmark;

import org.jspecify.annotations.NullMarked;
