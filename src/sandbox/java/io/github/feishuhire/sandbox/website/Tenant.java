package io.github.feishuhire.sandbox.website;

import io.github.feishuhire.sandbox.website.Location.Level;
import io.github.feishuhire.sandbox.website.Location.Names;
import io.github.feishuhire.sandbox.website.Website.ProcessType;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a tenant has set up; the first of each kind is the documentation's example.
 *
 * @param locations of every level
 */
public record Tenant(List<Website> websites, List<JobPost> jobPosts, List<Location> locations) {

  /** The website of the documentation's example. */
  public static final String WEBSITE_ID = "7047318856652261676";

  public static final String CAMPUS_ID = "7047318856652261677";

  private static final String INTERNATIONAL_ID = "7047318856652261678";

  /** Few enough of each to be read at a glance. */
  public static final Tenant SMALL =
      new Tenant(
          List.of(
              new Website(WEBSITE_ID, "社会招聘", "Careers", ProcessType.EXPERIENCED_HIRE),
              new Website(CAMPUS_ID, "校园招聘", "Campus", ProcessType.CAMPUS),
              new Website(INTERNATIONAL_ID, "海外招聘", "International", ProcessType.EXPERIENCED_HIRE)),
          List.of(
              jobPost("6960663240925956636", WEBSITE_ID, "Java 开发工程师", "6960663240925956001")
                  .in("CT_100121", "CT_1"),
              jobPost("6960663240925956637", WEBSITE_ID, "流程工程师", "6960663240925956002").in("CT_2"),
              jobPost("6960663240925956638", WEBSITE_ID, "Java 开发工程师（急聘）", "6960663240925956001")
                  .in("CT_1")
                  .until("2099-12-31T16:00:00Z"),
              jobPost("6960663240925956641", WEBSITE_ID, "前端开发工程师", "6960663240925956005")
                  .in("CT_1")
                  .disabled(),
              jobPost("6960663240925956639", CAMPUS_ID, "2027 届管培生", "6960663240925956003")
                  .in("CT_1"),
              jobPost(
                      "6960663240925956640",
                      INTERNATIONAL_ID,
                      "Solutions Engineer",
                      "6960663240925956004")
                  .in("CT_159")),
          List.of(
              location(Level.COUNTRY, "CN_1", "中国", "China", "zhongguo"),
              location(Level.COUNTRY, "CN_2", "新加坡", "Singapore", "xinjiapo"),
              location(Level.STATE, "ST_1", "北京市", "Beijing", "beijing", "CN_1"),
              location(Level.STATE, "ST_2", "上海市", "Shanghai", "shanghai", "CN_1"),
              location(Level.STATE, "ST_3", "广东", "Guangdong", "guangdong", "CN_1"),
              location(Level.STATE, "ST_4", "浙江", "Zhejiang", "zhejiang", "CN_1"),
              location(Level.STATE, "ST_5", "四川", "Sichuan", "sichuan", "CN_1"),
              location(Level.STATE, "ST_6", "湖北", "Hubei", "hubei", "CN_1"),
              location(Level.STATE, "ST_7", "新加坡", "Singapore", "xinjiapo", "CN_2"),
              location(Level.CITY, "CT_100121", "武汉", "Wuhan", "wuhan", "CN_1", "ST_6"),
              location(Level.CITY, "CT_1", "北京", "Beijing", "beijing", "CN_1", "ST_1"),
              location(Level.CITY, "CT_2", "上海", "Shanghai", "shanghai", "CN_1", "ST_2"),
              location(Level.CITY, "CT_3", "深圳", "Shenzhen", "shenzhen", "CN_1", "ST_3"),
              location(Level.CITY, "CT_4", "杭州", "Hangzhou", "hangzhou", "CN_1", "ST_4"),
              location(Level.CITY, "CT_11", "成都", "Chengdu", "chengdu", "CN_1", "ST_5"),
              location(Level.CITY, "CT_12", "广州", "Guangzhou", "guangzhou", "CN_1", "ST_3"),
              location(Level.CITY, "CT_159", "新加坡", "Singapore", "xinjiapo", "CN_2", "ST_7"),
              location(Level.DISTRICT, "DS_1", "海淀区", "Haidian", "haidian", "CN_1", "ST_1", "CT_1"),
              location(
                  Level.DISTRICT,
                  "DS_2",
                  "武昌区",
                  "Wuchang",
                  "wuchang",
                  "CN_1",
                  "ST_6",
                  "CT_100121")));

  public Tenant {
    websites = List.copyOf(websites);
    jobPosts = List.copyOf(jobPosts);
    locations = List.copyOf(locations);
  }

  /**
   * The small one, filled up with numbered entries.
   *
   * @param websites how many there are in all
   * @param jobPosts how many active ones the website of the documentation's example has
   * @param cities how many there are in all
   */
  public static Tenant ofSize(int websites, int jobPosts, int cities) {
    long posts =
        SMALL.jobPosts.stream()
            .filter(post -> post.websiteId().equals(WEBSITE_ID) && post.active())
            .count();
    long towns = SMALL.locations.stream().filter(one -> one.level() == Level.CITY).count();
    return new Tenant(
        more(SMALL.websites, websites - SMALL.websites.size(), Tenant::website),
        more(SMALL.jobPosts, jobPosts - posts, Tenant::jobPost),
        more(SMALL.locations, cities - towns, Tenant::city));
  }

  private static <T> List<T> more(List<T> some, long count, IntFunction<T> next) {
    return Stream.concat(some.stream(), IntStream.rangeClosed(1, (int) count).mapToObj(next))
        .toList();
  }

  private static Website website(int number) {
    return new Website(
        "70473188566522700%02d".formatted(number),
        "招聘官网 " + number,
        "Career site " + number,
        ProcessType.EXPERIENCED_HIRE);
  }

  private static JobPost jobPost(int number) {
    return jobPost(
            "69606632409260%05d".formatted(number),
            WEBSITE_ID,
            "职位 " + number,
            "69606632409270%05d".formatted(number))
        .in("CT_1");
  }

  private static Location city(int number) {
    return location(
        Level.CITY,
        "CT_9%05d".formatted(number),
        "城市 " + number,
        "City " + number,
        "chengshi" + number,
        "CN_1",
        "ST_3");
  }

  private static JobPost jobPost(String id, String websiteId, String title, String jobId) {
    return new JobPost(
        id, websiteId, title, jobId, true, Optional.empty(), List.of(), TaskEnding.DECIDED);
  }

  private static Location location(
      Level level, String code, String zh, String en, String py, String... within) {
    return new Location(level, code, new Names(zh, en, py), List.of(within));
  }
}
