package io.github.feishuhire.worker.website;

import static io.github.feishuhire.worker.catalogue.ErrorCode.CITY_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.Location;
import io.github.feishuhire.api.website.LocationType;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Kind;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.output.Members;
import io.github.feishuhire.worker.output.WholeList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** List Locations: countries, states, cities or districts, with the codes Feishu has for them. */
public final class ListLocations {

  private static final Input LEVEL =
      Input.of("location_type", new Kind.Choice(List.of("3", "1", "2", "4"))).in(Group.SEARCH);

  private static final Input CODES =
      Input.entry("code_list", Form.CODE, "CT_100121")
          .in(Group.SEARCH)
          .toggled("withCodes")
          .blamedFor(CITY_NOT_FOUND);

  public static final Task TASK =
      Task.named("List Locations", Endpoint.QUERY_LOCATIONS, Capacity.OF_LISTS)
          .takes(LEVEL, CODES)
          .gives(
              "locations",
              """
              [{"code":"CT_100121","name":{"zh_cn":"武汉","en_us":"Wuhan"},\
              "state_code":"ST_6","country_code":"CN_1"}]""")
          .endsWith(CITY_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/hire-v1/recruitment-related-configuration/location/query")
          .drawn(
              """
              <path d='M9 15.5c-3.4-3.6-5-6-5-8a5 5 0 0 1 10 0c0 2-1.6 4.4-5 8z' fill='#fff'/>\
              <circle cx='9' cy='7.4' r='2' fill='#ffb84d'/>""");

  private static final WholeList LIST = new WholeList(TASK, CODES);

  private record Request(LocationType type, @Nullable List<String> codes) {}

  private ListLocations() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        ListLocations::bind,
        (input, context) ->
            LIST.read(
                context.hire().locations().query(input.type(), input.codes()),
                ListLocations::item,
                context));
  }

  private static Request bind(Inputs inputs) {
    String type = inputs.optionalTextOrWholeNumber(LEVEL);
    return new Request(type == null ? LocationType.CITY : type(type), inputs.optionalTexts(CODES));
  }

  private static LocationType type(String number) {
    return Stream.of(LocationType.values())
        .filter(type -> number.equals(String.valueOf(type.number())))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException(LEVEL.name(), Problem.UNKNOWN_LOCATION_TYPE));
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
