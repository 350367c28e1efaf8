/** Candidates' accounts on a career site. */
@NullMarked
package io.github.feishuhire.api.siteuser;

import org.jspecify.annotations.NullMarked;
