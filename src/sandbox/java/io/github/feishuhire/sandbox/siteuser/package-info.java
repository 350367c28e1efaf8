/** Candidate accounts on a career site. It knows nothing of what the candidates apply for. */
@NullMarked
package io.github.feishuhire.sandbox.siteuser;

import org.jspecify.annotations.NullMarked;
