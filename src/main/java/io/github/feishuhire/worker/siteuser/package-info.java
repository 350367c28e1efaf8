/** The task that makes a candidate known to a career site. */
@NullMarked
package io.github.feishuhire.worker.siteuser;

import org.jspecify.annotations.NullMarked;
