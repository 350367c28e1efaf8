/** Countries, states, cities and districts, and the codes Feishu has for them. */
@NullMarked
package io.github.feishuhire.api.location;

import org.jspecify.annotations.NullMarked;
