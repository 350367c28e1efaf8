/**
 * A stand-in for Feishu Hire over HTTP, for demonstrations and tests. It follows the public
 * documentation and knows nothing of the connector: no type is shared with it.
 */
@NullMarked
package io.github.feishuhire.sandbox;

import org.jspecify.annotations.NullMarked;
