package io.github.feishuhire.command.templates;

import org.jspecify.annotations.Nullable;

/** The words that the ordinary templates do not have. */
enum Language {
  EN(
      "en",
      "element-templates/en/*.json",
      " (our career sites)",
      "Career site",
      "Job post",
      "Promotion channel",
      "City",
      "Other: enter an ID or an expression",
      "As it is called in Feishu Hire. The last choice takes an ID or an expression instead."),
  ZH_CN(
      "zh-CN",
      "element-templates/zh-CN/*.json",
      "（本企业官网）",
      "招聘官网",
      "职位广告",
      "推广渠道",
      "城市",
      "其他：填写 ID 或表达式",
      "名称与飞书招聘中的一致。选择最后一项，可改为填写 ID 或表达式。");

  private final String tag;
  private final String templates;
  private final String suffix;
  private final String website;
  private final String jobPost;
  private final String channel;
  private final String city;
  private final String other;
  private final String tooltip;

  Language(
      String tag,
      String templates,
      String suffix,
      String website,
      String jobPost,
      String channel,
      String city,
      String other,
      String tooltip) {
    this.tag = tag;
    this.templates = templates;
    this.suffix = suffix;
    this.website = website;
    this.jobPost = jobPost;
    this.channel = channel;
    this.city = city;
    this.other = other;
    this.tooltip = tooltip;
  }

  /** Where the ordinary templates are on the class path. */
  String templates() {
    return templates;
  }

  /** What the name of a tenant's template ends in. */
  String suffix() {
    return suffix;
  }

  String website() {
    return website;
  }

  String jobPost() {
    return jobPost;
  }

  String channel() {
    return channel;
  }

  String city() {
    return city;
  }

  /** The choice of entering something that is not in the list. */
  String other() {
    return other;
  }

  String tooltip() {
    return tooltip;
  }

  /** Its own name first, the other one where there is none. */
  Option option(String id, @Nullable String zhName, @Nullable String enName) {
    return this == ZH_CN ? Option.of(id, zhName, enName) : Option.of(id, enName, zhName);
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return tag;
  }
}
