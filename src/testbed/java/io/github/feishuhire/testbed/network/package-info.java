/** What stands between the connector and Feishu in a company: a proxy, and TLS of its own. */
@NullMarked
package io.github.feishuhire.testbed.network;

import org.jspecify.annotations.NullMarked;
