/** Job posts: what a career site advertises and candidates apply for. */
@NullMarked
package io.github.feishuhire.api.jobpost;

import org.jspecify.annotations.NullMarked;
