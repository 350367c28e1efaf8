package io.github.feishuhire.api.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Listings;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocationsIT {

  private final Sandbox sandbox = Sandbox.start();
  private final Locations locations =
      new FeishuHire(
              Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system())
          .locations();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void sendsTheDocumentedRequest() {
    List<Location> found =
        Listings.all(locations.query(LocationType.CITY, List.of("CT_100121", "CT_0")));

    RecordedRequest request = sandbox.requests(Api.QUERY_LOCATIONS).getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/open-apis/hire/v1/locations/query");
    assertThat(request.query()).isEqualTo(Map.of("page_size", "100"));
    assertThat(request.json().toString())
        .isEqualTo("{\"location_type\":3,\"code_list\":[\"CT_100121\",\"CT_0\"]}");
    assertThat(found)
        .containsExactly(new Location("CT_100121", "武汉", "Wuhan", "CN_1", "ST_6", null));
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTRY, 1, CN_1, 中国, China, , , ",
    "STATE, 2, ST_1, 北京市, Beijing, CN_1, , ",
    "CITY, 3, CT_100121, 武汉, Wuhan, CN_1, ST_6, ",
    "DISTRICT, 4, DS_1, 海淀区, Haidian, CN_1, ST_1, CT_1"
  })
  void readsEachLevel(
      LocationType type,
      int number,
      String code,
      String zhName,
      String enName,
      String countryCode,
      String stateCode,
      String cityCode) {
    List<Location> found = Listings.all(locations.query(type, null));

    assertThat(sandbox.requests(Api.QUERY_LOCATIONS).getFirst().json().toString())
        .isEqualTo("{\"location_type\":%d}".formatted(number));
    assertThat(found.getFirst())
        .isEqualTo(new Location(code, zhName, enName, countryCode, stateCode, cityCode));
  }
}
