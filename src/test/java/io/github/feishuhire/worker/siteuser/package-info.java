/** How site users are bound. */
@NullMarked
package io.github.feishuhire.worker.siteuser;

import org.jspecify.annotations.NullMarked;
