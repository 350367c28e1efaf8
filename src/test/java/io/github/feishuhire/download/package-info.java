/** What is fetched, what is not, and that nothing can be talked into fetching it. */
@NullMarked
package io.github.feishuhire.download;

import org.jspecify.annotations.NullMarked;
