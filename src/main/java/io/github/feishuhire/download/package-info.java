/** Files, read from where they are while somebody sends them on; it knows nobody of ours. */
@NullMarked
package io.github.feishuhire.download;

import org.jspecify.annotations.NullMarked;
