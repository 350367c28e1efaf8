/** The task that brings a resume from the process to Feishu. */
@NullMarked
package io.github.feishuhire.worker.attachment;

import org.jspecify.annotations.NullMarked;
