package io.github.feishuhire.worker.output;

import io.github.feishuhire.api.Numbered;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object for the process; what is absent is left out. */
public final class Members {

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** Absent where there is no value. */
  public Members with(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  /** In both languages, as Feishu's list of websites has it. */
  public Members named(@Nullable String zhCn, @Nullable String enUs) {
    return with("name", new Members().with("zh_cn", zhCn).with("en_us", enUs).map());
  }

  public Map<String, Object> map() {
    return members;
  }

  /** A time as FEEL takes it; Feishu's own is a number of milliseconds. */
  public static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  /** A value of an enumeration as a process compares it; Feishu's own is a number. */
  public static @Nullable String word(@Nullable Numbered value) {
    return value == null ? null : value.word();
  }
}
