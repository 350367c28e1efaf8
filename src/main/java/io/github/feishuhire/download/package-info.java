/** Files on their way to Feishu, read from where they are while they are sent. */
@NullMarked
package io.github.feishuhire.download;

import org.jspecify.annotations.NullMarked;
