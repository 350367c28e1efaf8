package io.github.feishuhire.sandbox.website;

import java.util.List;

/** What the sandbox's tenant has set up; the first of each kind is the documentation's example. */
public final class Seed {

  /** The website of the documentation's example. */
  public static final String WEBSITE_ID = "7047318856652261676";

  private static final String CAMPUS = "7047318856652261677";
  private static final String INTERNATIONAL = "7047318856652261678";

  static final List<Website> WEBSITES =
      List.of(
          new Website(WEBSITE_ID, "社会招聘", "Careers"),
          new Website(CAMPUS, "校园招聘", "Campus"),
          new Website(INTERNATIONAL, "海外招聘", "International"));

  static final List<JobPost> JOB_POSTS =
      List.of(
          jobPost("6960663240925956636", WEBSITE_ID, "Java 开发工程师", "6960663240925956001"),
          jobPost("6960663240925956637", WEBSITE_ID, "流程工程师", "6960663240925956002"),
          jobPost("6960663240925956638", WEBSITE_ID, "Java 开发工程师（急聘）", "6960663240925956001"),
          jobPost("6960663240925956639", CAMPUS, "2027 届管培生", "6960663240925956003"),
          jobPost(
              "6960663240925956640", INTERNATIONAL, "Solutions Engineer", "6960663240925956004"));

  static final List<Channel> CHANNELS =
      List.of(
          new Channel("6891560630172518670", WEBSITE_ID, "官网首页"),
          new Channel("6891560630172518671", WEBSITE_ID, "微信公众号"),
          new Channel("6891560630172518672", CAMPUS, "校园宣讲会"));

  static final List<City> CITIES =
      List.of(
          new City("CT_100121", "武汉", "Wuhan"),
          new City("CT_1", "北京", "Beijing"),
          new City("CT_2", "上海", "Shanghai"),
          new City("CT_3", "深圳", "Shenzhen"),
          new City("CT_4", "杭州", "Hangzhou"),
          new City("CT_11", "成都", "Chengdu"),
          new City("CT_12", "广州", "Guangzhou"),
          new City("CT_159", "新加坡", "Singapore"));

  private Seed() {}

  private static JobPost jobPost(String id, String websiteId, String title, String jobId) {
    return new JobPost(id, websiteId, title, jobId, TaskEnding.DECIDED);
  }
}
