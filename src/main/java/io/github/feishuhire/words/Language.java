package io.github.feishuhire.words;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that there are words in. */
public enum Language {
  EN("en", Locale.ENGLISH),
  ZH_CN("zh-CN", Locale.SIMPLIFIED_CHINESE);

  private final String tag;
  private final Locale locale;

  Language(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /** Empty for what is none of the tags, which are written as BCP 47 does. */
  public static Optional<Language> of(String tag) {
    return Stream.of(values()).filter(one -> one.tag.equals(tag)).findFirst();
  }

  Locale locale() {
    return locale;
  }

  /** As templates, settings and folders have it. */
  @Override
  public String toString() {
    return tag;
  }
}
