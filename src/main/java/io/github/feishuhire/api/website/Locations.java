package io.github.feishuhire.api.website;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls about locations. */
public final class Locations {

  private static final int LARGEST_PAGE = 100;

  private record Query(int locationType, @Nullable List<String> codeList) {}

  private record Reply(
      @Nullable List<@Nullable Item> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<Item> {}

  private record Item(
      @Nullable Country country,
      @Nullable State state,
      @Nullable City city,
      @Nullable District district) {

    @Nullable Location location(LocationType type) {
      return switch (type) {
        case COUNTRY -> country == null ? null : country.location();
        case STATE -> state == null ? null : state.location();
        case CITY -> city == null ? null : city.location();
        case DISTRICT -> district == null ? null : district.location();
      };
    }
  }

  private record Name(@Nullable String zhName, @Nullable String enName) {
    static @Nullable Location of(
        @Nullable String code,
        @Nullable Name name,
        @Nullable String countryCode,
        @Nullable String stateCode,
        @Nullable String cityCode) {
      if (code == null || code.isBlank()) {
        return null;
      }
      return new Location(
          code,
          name == null ? null : name.zhName(),
          name == null ? null : name.enName(),
          countryCode,
          stateCode,
          cityCode);
    }
  }

  private record Country(@Nullable String countryCode, @Nullable Name countryNameInfo) {
    @Nullable Location location() {
      return Name.of(countryCode, countryNameInfo, null, null, null);
    }
  }

  private record State(
      @Nullable String stateCode, @Nullable String countryCode, @Nullable Name stateNameInfo) {
    @Nullable Location location() {
      return Name.of(stateCode, stateNameInfo, countryCode, null, null);
    }
  }

  private record City(
      @Nullable String cityCode,
      @Nullable String stateCode,
      @Nullable String countryCode,
      @Nullable Name cityNameInfo) {
    @Nullable Location location() {
      return Name.of(cityCode, cityNameInfo, countryCode, stateCode, null);
    }
  }

  private record District(
      @Nullable String districtCode,
      @Nullable String cityCode,
      @Nullable String stateCode,
      @Nullable String countryCode,
      @Nullable Name districtNameInfo) {
    @Nullable Location location() {
      return Name.of(districtCode, districtNameInfo, countryCode, stateCode, cityCode);
    }
  }

  private final Transport transport;

  public Locations(Transport transport) {
    this.transport = transport;
  }

  /**
   * The locations of one level, a hundred to a page. Sends nothing yet.
   *
   * @param codes at most 100; null for all of them
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/recruitment-related-configuration/location/query">Feishu:
   *     query locations</a>
   */
  public Listing<Location> query(LocationType type, @Nullable List<String> codes) {
    return Paged.listing(
        transport,
        Call.post(Endpoint.QUERY_LOCATIONS, new Query(type.number(), codes)),
        LARGEST_PAGE,
        Reply.class,
        item -> item.location(type));
  }
}
