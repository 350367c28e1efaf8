/** Feishu at the level of sockets: answers as told, also in ways no HTTP server would. */
@NullMarked
package io.github.feishuhire.testbed.feishu;

import org.jspecify.annotations.NullMarked;
