package io.github.feishuhire.command.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.template.ElementTemplate;
import io.github.feishuhire.template.Layout;
import io.github.feishuhire.template.Property;
import io.github.feishuhire.template.Property.Condition;
import io.github.feishuhire.template.TaskTemplate;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TenantEditionTest {

  private static final int LIMIT = 200 * 1024;

  private static final String FULL = "1001";
  private static final String EMPTY = "1002";

  private static final List<String> INPUTS =
      List.of("website_id", "job_post_id", "channel_id", "application_preferred_city_code_list");

  private static final List<String> BOXES =
      List.of(
          "websiteOther",
          "jobPostOther",
          "withChannel",
          "channelOther",
          "withPreferredCity",
          "cityOther");

  static Stream<Task> tasks() {
    return Operations.TASKS.stream().filter(TenantEdition::has);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aLargeTenantFitsInto200Kilobytes(Task task) {
    ElementTemplate template = template(task, large());

    assertThat(Layout.narrow(template).getBytes(StandardCharsets.UTF_8).length)
        .isPositive()
        .isLessThan(LIMIT);
  }

  @Test
  void eachInputHasOneFieldWhateverIsTicked() {
    List<Property> properties = template(SubmitWebsiteDelivery.TASK, mixed()).properties();

    for (String website : List.of(FULL, EMPTY)) {
      for (int ticked = 0; ticked < 1 << BOXES.size(); ticked++) {
        Map<String, Object> panel = new HashMap<>(Map.of("website", website));
        for (int box = 0; box < BOXES.size(); box++) {
          panel.put(BOXES.get(box), (ticked & 1 << box) != 0);
        }
        for (String input : INPUTS) {
          assertThat(shown(properties, input, panel)).as("%s with %s", input, panel).hasSize(1);
        }
      }
    }
  }

  @Test
  void untilAWebsiteIsChosenThereIsNothingToChooseOnIt() {
    List<Property> properties = template(SubmitWebsiteDelivery.TASK, mixed()).properties();

    assertThat(shown(properties, "job_post_id", Map.of("websiteOther", false))).isEmpty();
  }

  @Test
  void asksForIdsWhereThereIsNothingToChoose() {
    Tenant bare = new Tenant(List.of(new Site(option(FULL), List.of(), List.of())), List.of());

    List<Property> properties = template(SubmitWebsiteDelivery.TASK, bare).properties();

    List<Property> ordinary =
        TaskTemplate.of(SubmitWebsiteDelivery.TASK, 1, new Words(Language.ZH_CN)).properties();
    for (String input : INPUTS.subList(1, INPUTS.size())) {
      assertThat(setting(properties, input)).isEqualTo(setting(ordinary, input));
    }
  }

  private static ElementTemplate template(Task task, Tenant tenant) {
    Words words = new Words(Language.ZH_CN);
    return TaskTemplate.of(task, 1, words, new TenantEdition(tenant, words));
  }

  private static List<Property> setting(List<Property> properties, String input) {
    return properties.stream()
        .filter(one -> one.binding().type().equals("zeebe:input"))
        .filter(one -> input.equals(one.binding().name()))
        .toList();
  }

  private static List<Property> shown(
      List<Property> properties, String input, Map<String, Object> panel) {
    return setting(properties, input).stream()
        .filter(property -> isMet(property.condition(), panel))
        .toList();
  }

  /** As the Modeler has it: what a condition looks at need not be shown itself. */
  private static boolean isMet(@Nullable Condition condition, Map<String, Object> panel) {
    if (condition == null) {
      return true;
    }
    if (condition.allMatch() != null) {
      return condition.allMatch().stream().allMatch(one -> isMet(one, panel));
    }
    Object value = panel.get(condition.property());
    return condition.oneOf() != null
        ? condition.oneOf().contains(String.valueOf(value))
        : Objects.equals(value, condition.equal());
  }

  private static Tenant mixed() {
    return new Tenant(
        List.of(
            new Site(option(FULL), options(2000, 3), options(3000, 3)),
            new Site(option(EMPTY), List.of(), List.of())),
        options(4000, 3));
  }

  private static Tenant large() {
    List<Site> sites =
        options(0, 25).stream()
            .map(website -> new Site(website, options(1000, 35), options(2000, 5)))
            .toList();
    return new Tenant(sites, options(3000, 150));
  }

  private static List<Option> options(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(number -> option("696066324092%07d".formatted(number)))
        .toList();
  }

  /** With a name of more than twenty characters. */
  private static Option option(String id) {
    return new Option(id, "高级后端研发工程师（基础架构方向，深圳）" + id.substring(id.length() - 4));
  }
}
