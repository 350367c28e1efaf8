package io.github.feishuhire.template;

import io.github.feishuhire.template.ElementTemplate.Category;
import io.github.feishuhire.template.ElementTemplate.ElementType;
import io.github.feishuhire.template.ElementTemplate.Engines;
import io.github.feishuhire.template.ElementTemplate.Icon;
import io.github.feishuhire.template.ElementTemplate.Section;
import io.github.feishuhire.template.Property.Binding;
import io.github.feishuhire.template.Property.Condition;
import io.github.feishuhire.template.Property.Pattern;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Header;
import io.github.feishuhire.worker.catalogue.Output;
import io.github.feishuhire.worker.catalogue.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the element template of a task. */
public final class TaskTemplate {

  static final String SCHEMA =
      "https://unpkg.com/@camunda/zeebe-element-templates-json-schema@0.23.0/resources/schema.json";

  static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
  private static final String CONNECTION = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}";

  private static final String DURATION =
      "P(?=[0-9T])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?";

  private final Task task;
  private final int version;
  private final Panel panel;
  private final Edition edition;

  private TaskTemplate(Task task, int version, Words words, Edition edition) {
    this.task = task;
    this.version = version;
    this.panel = new Panel(task, words);
    this.edition = edition;
  }

  /** In that version, which the tasks made with it tell too. */
  public static ElementTemplate of(Task task, int version, Words words) {
    return of(task, version, words, Edition.ORDINARY);
  }

  /** As {@link #of(Task, int, Words)}, in an edition of one's own. */
  public static ElementTemplate of(Task task, int version, Words words, Edition edition) {
    return new TaskTemplate(task, version, words, edition).whole();
  }

  /** What Camunda knows the template by. */
  public static String id(Task task) {
    return "io.github.feishuhire." + task.slug();
  }

  private ElementTemplate whole() {
    Words words = panel.words();
    String name = words.say("task." + task.slug() + ".name");
    return new ElementTemplate(
        SCHEMA,
        edition.name(words.say("template.name", name)),
        edition.id(task),
        version,
        words.say("task." + task.slug() + ".description"),
        task.page(),
        new Engines("^8.6"),
        new Category("feishu-hire", "Feishu Hire / 飞书招聘"),
        List.of(words.say("task." + task.slug() + ".keywords").split(", ")),
        new Icon(TaskIcon.address(task.icon())),
        List.of("bpmn:Task"),
        new ElementType("bpmn:ServiceTask", null),
        sections(),
        properties());
  }

  private List<Section> sections() {
    return Stream.of(
            Stream.of(Group.CONNECTION),
            task.inputs().stream().map(input -> input.group()).distinct(),
            Stream.of(Group.RESULT),
            isPrivate() ? Stream.of(Group.PRIVACY) : Stream.<Group>empty(),
            Stream.of(Group.ERRORS, Group.RETRIES))
        .flatMap(groups -> groups)
        .map(this::section)
        .toList();
  }

  private boolean isPrivate() {
    return task.headers().contains(Header.AFTER_UPLOAD)
        || task.headers().contains(Header.AFTER_COMPLETION);
  }

  private Section section(Group group) {
    String field = "group." + group.id();
    return new Section(
        group.id(),
        panel.say(field, "label"),
        panel.say(field, "tooltip"),
        group.isOpen() ? true : null);
  }

  private List<Property> properties() {
    List<Property> all = new ArrayList<>();
    all.add(Property.hidden("jobType", task.jobType(), Binding.definition("type")));
    all.add(told(Header.TEMPLATE_ID, edition.id(task)));
    all.add(told(Header.TEMPLATE_VERSION, String.valueOf(version)));
    all.add(told(Header.LANGUAGE, panel.words().language().toString()));
    all.add(header(Header.CONNECTION, Group.CONNECTION, CONNECTION));
    all.addAll(new InputFields(panel, edition).of(task.inputs()));
    if (!task.isRepeatable()) {
      all.add(Property.hidden("noSubmissionYet", "=null", Binding.input(Task.SUBMISSION)));
    }
    if (task.headers().contains(Header.TIMEOUT)) {
      all.add(header(Header.TIMEOUT, Group.DELIVERY, DURATION));
    }
    all.addAll(result());
    all.add(example());
    if (task.headers().contains(Header.AFTER_UPLOAD)) {
      all.add(privacy(Header.AFTER_UPLOAD, "keep", "delete-document"));
    }
    if (task.headers().contains(Header.AFTER_COMPLETION)) {
      all.add(privacy(Header.AFTER_COMPLETION, "keep", "blank-identification"));
    }
    all.add(choice(Header.ON_REJECTED, "bpmn-error", "incident"));
    if (task.headers().contains(Header.ON_DOUBT)) {
      all.add(
          task.output().foundAs() == null
              ? choice(Header.ON_DOUBT, "incident", "bpmn-error", "resubmit")
              : choice(Header.ON_DOUBT, "incident", "look-up", "bpmn-error", "resubmit"));
    }
    if (task.headers().contains(Header.ON_DUPLICATE)) {
      all.add(choice(Header.ON_DUPLICATE, "bpmn-error", "complete"));
    }
    all.add(retries());
    all.add(header(Header.RETRY_BACKOFF, Group.RETRIES, DURATION));
    return all;
  }

  private static Property told(Header header, String value) {
    return Property.hidden(header.key(), value, Binding.header(header.key()));
  }

  private Property header(Header header, Group group, String pattern) {
    return panel.text(
        header.key(),
        group,
        null,
        header.standard(),
        header.standard(),
        new Pattern("^" + pattern + "$", panel.say(header.key(), "message")),
        Binding.header(header.key()));
  }

  private Property choice(Header header, String... values) {
    return panel.dropdown(
        header.key(), Group.ERRORS, List.of(values), Binding.header(header.key()), refusals());
  }

  private Property privacy(Header header, String... values) {
    return panel.dropdown(
        header.key(), Group.PRIVACY, List.of(values), Binding.header(header.key()));
  }

  /** The codes of what is refused, and not of what another field is about. */
  private String refusals() {
    return task.errors().stream()
        .sorted()
        .filter(code -> code != ErrorCode.SUBMISSION_IN_DOUBT)
        .filter(
            code ->
                code != ErrorCode.DUPLICATE_APPLICATION
                    || !task.headers().contains(Header.ON_DUPLICATE))
        .map(ErrorCode::code)
        .collect(Collectors.joining(", "));
  }

  private List<Property> result() {
    Output output = task.output();
    Property whole = variable("resultVariable", output.name(), "=" + output.name());
    String member = output.member();
    String instead = output.instead();
    if (instead != null) {
      // an earlier submission may have left a variable of that name
      String only = "=if %s = null then %s else null".formatted(output.name(), instead);
      return List.of(whole, Property.hidden("foundInstead", instead, Binding.output(only)));
    }
    if (member == null) {
      return List.of(whole);
    }
    Property chosen = panel.checkbox("withMember", Group.RESULT);
    Property part = variable("memberVariable", member, "=" + output.name() + "." + member);
    return List.of(whole, chosen, part.when(Condition.is(chosen.id(), true)));
  }

  private Property variable(String id, String name, String source) {
    return panel.text(
        id,
        Group.RESULT,
        null,
        name,
        name,
        new Pattern("^" + NAME + "$", panel.say("resultVariable", "message", name)),
        Binding.output(source));
  }

  private Property example() {
    Output output = task.output();
    return Property.hidden(
        "exampleOutput",
        "{\"" + output.name() + "\":" + output.example() + "}",
        Binding.modeler("camundaModeler:exampleOutputJson"));
  }

  private Property retries() {
    return panel.text(
        "retries",
        Group.RETRIES,
        "optional",
        "3",
        "3",
        new Pattern("^(=|[1-9][0-9]{0,2}$)", panel.say("retries", "message")),
        Binding.definition("retries"));
  }
}
