package io.github.feishuhire.worker.website;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object for the process; what is absent is left out. */
final class Members {

  private final Map<String, Object> members = new LinkedHashMap<>();

  Members with(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  /** In both languages, as Feishu's list of websites has it. */
  Members named(@Nullable String zhCn, @Nullable String enUs) {
    return with("name", new Members().with("zh_cn", zhCn).with("en_us", enUs).map());
  }

  Map<String, Object> map() {
    return members;
  }
}
