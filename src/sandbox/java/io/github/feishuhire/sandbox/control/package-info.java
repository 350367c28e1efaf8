/** What a person does in Feishu, by one line on the command line. */
@NullMarked
package io.github.feishuhire.sandbox.control;

import org.jspecify.annotations.NullMarked;
