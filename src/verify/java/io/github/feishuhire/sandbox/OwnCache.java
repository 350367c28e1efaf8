package io.github.feishuhire.sandbox;

import com.lark.oapi.core.cache.ICache;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The SDK's default cache is static, and its tokens would be those of another sandbox. */
record OwnCache(Map<String, String> values) implements ICache {

  @Override
  public @Nullable String get(String key) {
    return values.get(key);
  }

  @Override
  public void set(String key, String value, int expire, TimeUnit unit) {
    values.put(key, value);
  }
}
