package io.github.feishuhire.build.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Models as the Modeler writes them. Words are the names of BPMN elements, their documentation and
 * the text of annotations; IDs are those of the process, of those it calls and of linked forms. The
 * tags are found by their text: the JDK's parsers do not tell where an attribute stands.
 */
final class BpmnFormat implements Format {

  private static final Pattern TAG =
      Pattern.compile(
          "<!--.*?-->"
              + "|</[\\w:.-]+\\s*>"
              + "|<(?<element>[\\w:.-]+)(?<attributes>(?:\\s+[\\w:.-]+=\"[^\"]*\")*)\\s*(?<empty>/?)>",
          Pattern.DOTALL);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?<name>[\\w:.-]+)=\"(?<value>[^\"]*)\"");
  private static final Pattern PROCESS =
      Pattern.compile("<bpmn:process\\s(?:[^>]*\\s)?id=\"([^\"]*)\"");

  private static final Set<String> READ = Set.of("bpmn:documentation", "bpmn:text");

  /** The engine correlates by these names. */
  private static final Set<String> NAMED_FOR_MACHINES = Set.of("bpmn:message", "bpmn:signal");

  /** Where the ID of a process can stand. */
  private static final Set<String> IDENTIFYING = Set.of("id", "bpmnElement", "processRef");

  private record Attribute(String name, String value, int start, int end) {}

  @Override
  public List<Part> parts(String file) {
    Set<String> processes =
        PROCESS.matcher(file).results().map(found -> found.group(1)).collect(Collectors.toSet());
    List<Part> parts = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(file);
    while (tag.find()) {
      String element = tag.group("element");
      if (element != null) {
        List<Attribute> attributes = attributes(tag);
        String id = id(attributes);
        attributes.forEach(one -> part(element, id, one, processes).ifPresent(parts::add));
        language(element, attributes).ifPresent(parts::add);
        if (tag.group("empty").isEmpty()) {
          if (READ.contains(element)) {
            String key = open.getFirst() + element.replace("bpmn:", ".");
            parts.add(new Part.Words(tag.end(), file.indexOf('<', tag.end()), key));
          }
          open.push(id);
        }
      } else if (tag.group().startsWith("</")) {
        open.pop();
      }
    }
    return parts;
  }

  private static List<Attribute> attributes(Matcher tag) {
    int from = tag.start("attributes");
    return ATTRIBUTE
        .matcher(tag.group("attributes"))
        .results()
        .map(
            found ->
                new Attribute(
                    found.group(1), found.group(2), from + found.start(2), from + found.end(2)))
        .toList();
  }

  private static String id(List<Attribute> attributes) {
    return attributes.stream()
        .filter(one -> one.name().equals("id"))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }

  private static Optional<Part> part(
      String element, String id, Attribute attribute, Set<String> processes) {
    int start = attribute.start();
    int end = attribute.end();
    if (attribute.name().equals("name")
        && element.startsWith("bpmn:")
        && !NAMED_FOR_MACHINES.contains(element)) {
      return Optional.of(new Part.Words(start, end, id + ".name"));
    }
    boolean isForm = element.equals("zeebe:formDefinition") && attribute.name().equals("formId");
    boolean isCalled =
        element.equals("zeebe:calledElement")
            && attribute.name().equals("processId")
            && !attribute.value().startsWith("=");
    boolean isProcess =
        IDENTIFYING.contains(attribute.name()) && processes.contains(attribute.value());
    return isForm || isCalled || isProcess
        ? Optional.of(new Part.Id(start, end))
        : Optional.empty();
  }

  private static Optional<Part> language(String element, List<Attribute> attributes) {
    boolean isAboutIt =
        element.equals("zeebe:header")
            && attributes.stream()
                .anyMatch(one -> one.name().equals("key") && one.value().equals("language"));
    return attributes.stream()
        .filter(one -> isAboutIt && one.name().equals("value"))
        .findFirst()
        .map(one -> new Part.Language(one.start(), one.end()));
  }

  @Override
  public String escaped(String words) {
    return HtmlUtils.htmlEscape(words, "UTF-8").replace("\n", "&#10;");
  }
}
