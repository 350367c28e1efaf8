/** What happens in Feishu, pushed to who has subscribed to it: by webhook or long connection. */
@NullMarked
package io.github.feishuhire.sandbox.event;

import org.jspecify.annotations.NullMarked;
