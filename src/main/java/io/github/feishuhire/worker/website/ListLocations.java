package io.github.feishuhire.worker.website;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.Location;
import io.github.feishuhire.api.website.LocationType;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.Capacity;
import io.github.feishuhire.worker.job.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** List Locations: countries, states, cities or districts, with the codes Feishu has for them. */
public final class ListLocations {

  private static final String CODES = "code_list";
  private static final WholeList LIST = new WholeList("locations", List.of(CODES));

  private record Input(LocationType type, @Nullable List<String> codes) {}

  private ListLocations() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "List Locations",
        "feishu-hire:list-locations:1",
        List.of("location_type", CODES),
        LIST.variable(),
        Endpoint.QUERY_LOCATIONS,
        Capacity.OF_LISTS,
        ListLocations::bind,
        (input, context) ->
            LIST.read(
                context.hire().locations().query(input.type(), input.codes()),
                ListLocations::item,
                context));
  }

  private static Input bind(Inputs inputs) {
    String type = inputs.optionalTextOrWholeNumber("location_type");
    return new Input(type == null ? LocationType.CITY : type(type), inputs.optionalTexts(CODES));
  }

  private static LocationType type(String number) {
    return Stream.of(LocationType.values())
        .filter(type -> number.equals(String.valueOf(type.number())))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInputException("location_type", Problem.UNKNOWN_LOCATION_TYPE));
  }

  private static Stream<Map<String, Object>> item(Location location) {
    return Stream.of(
        new Members()
            .with("code", location.code())
            .named(location.zhName(), location.enName())
            .with("city_code", location.cityCode())
            .with("state_code", location.stateCode())
            .with("country_code", location.countryCode())
            .map());
  }
}
