/**
 * The Feishu Hire client: plain Java, OkHttp and Jackson. It knows nothing of Spring, Camunda or
 * jobs; one call is one request, and what went wrong is a {@link
 * io.github.feishuhire.api.FeishuFailure}.
 */
@NullMarked
package io.github.feishuhire.api;

import org.jspecify.annotations.NullMarked;
