package io.github.feishuhire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the types of the client and the worker print of themselves, the new ones included. */
final class PrintedTypesIT {

  private static final Pattern MARK = Pattern.compile("«([^»]*)»");

  /** All that stands there is written in it. */
  private static final String CATALOGUE = MainClasses.ROOT + ".worker.catalogue";

  /** What may be read by anybody. */
  private static final Set<String> HARMLESS =
      Set.of(
          // settings and names of our own
          "App.baseUrl",
          "App.appId",
          "Task.name",
          "Subscription.jobType",
          "Subscription.variables",
          "JobHandler.listeners",
          "Awake.connection",
          "InvalidInputException.0",
          "InvalidHeaderException.0",
          // the designer's
          "TaskHeaders.connection",
          "WantedStage.text",
          "Request.tags",
          "WholeList.narrowing",
          // what a tenant has set up: stages, reasons and tags with their names
          // who asks for which jobs
          "Asking.tenants",
          "Asking.worker",
          // names of inputs, and an id
          "Absent.by",
          "Unclear.by",
          "Present.applicationId",
          "ApplicationSearch.websiteId",
          "ApplicationSearch.jobPostId",
          "HiringProcess.id",
          "HiringProcess.zhName",
          "HiringProcess.enName",
          "HiringProcess.stages",
          "Stage.id",
          "Stage.zhName",
          "Stage.enName",
          "Wire.id",
          "Wire.zhName",
          "Wire.enName",
          "TerminationReason.id",
          "TerminationReason.zhName",
          "TerminationReason.enName",
          "Tag.id",
          "Tag.zhName",
          "Tag.enName",
          "Name.zhCn",
          "Name.enUs",
          "Item.zhName",
          "Item.enName",
          "Item.stageList",
          // ids
          "Item.id",
          "Request.websiteId",
          "Request.applicationId",
          "Request.talentId",
          "Application.id",
          "Interview.id",
          "Evaluation.id",
          "Offer.id",
          "Note.id",
          "NoteDraft.talentId",
          "One.talentId",
          "Found.talentList",
          "Transfer.stageId",
          "Tagging.tagIdList",
          "Source.websiteId",
          "Channel.channelId",
          "OfTask.websiteId",
          "OfTask.taskId",
          "Found.applicationId",
          "Call.arguments",
          // lists: their items are types that are looked at here, too
          "Call.query",
          "Reply.items",
          "Reply.pageToken",
          "Page.items",
          "Page.next",
          "Accepted.taskId",
          "Uploaded.id",
          "SiteUser.userId",
          "Delivery.applicationId",
          "Delivery.talentId",
          "Delivery.jobId",
          "Delivery.jobPostId",
          "Delivery.portalResumeId",
          "Delivery.userId",
          "Duplicate.applicationId",
          // of the settings: ids of tenants and processes
          "Admission.tenants",
          "Admission.processes",
          // of Feishu's replies, in forms that Envelope has checked
          "Envelope.logId",
          "Envelope.fields",
          "Envelope.missingScopes",
          "Answer.logId",
          "CallEnd.logId",
          "Refused.logId",
          "Refused.fields",
          "SetUpFault.logId",
          "SetUpFault.missingScopes",
          "Throttled.logId",
          "Unanswered.logId",
          // statuses of Camunda's replies, as CommandVerdict and PollFault write them
          "NotNow.status",
          "PollFault.text",
          "EngineRefusal.status",
          "CommandRefusedException.0",
          // a time, which Claim has checked
          "Sent.at",
          // texts made of the above
          "HireError.message",
          "HireError.hint",
          "HireError.logId",
          "HireError.fields",
          "Failed.message");

  /**
   * About the career site, which anybody can look at, or the tenant: nothing is about a candidate.
   */
  private static final Set<String> ABOUT_THE_SITE = Set.of("api.website", "worker.website");

  static List<Class<?>> records() {
    return types()
        .filter(Class::isRecord)
        .filter(
            type ->
                ABOUT_THE_SITE.stream()
                    .noneMatch(name -> type.getPackageName().equals(MainClasses.ROOT + "." + name)))
        .toList();
  }

  static List<Class<?>> exceptions() {
    return types().filter(Throwable.class::isAssignableFrom).toList();
  }

  private static Stream<Class<?>> types() {
    return MainClasses.ALL.stream()
        .filter(
            type ->
                Stream.of(".api", ".download", ".worker")
                    .anyMatch(ring -> type.getPackageName().startsWith(MainClasses.ROOT + ring)))
        .filter(type -> !type.getPackageName().equals(CATALOGUE))
        .map(JavaClass::reflect);
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordPrintsOnlyWhatIsHarmless(Class<?> type) throws Exception {
    assertThat(printed(filled(type))).isSubsetOf(HARMLESS);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void anExceptionSaysOnlyWhatIsHarmless(Class<?> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      assertThat(printed(made(constructor))).isSubsetOf(HARMLESS);
    }
  }

  /** What a class does not say about itself, it cannot say wrongly. */
  @Test
  void noOtherTypePrintsAnything() {
    assertThat(
            types()
                .filter(type -> !type.isRecord() && !type.isEnum())
                .filter(
                    type ->
                        Arrays.stream(type.getDeclaredMethods())
                            .anyMatch(
                                method ->
                                    method.getName().equals("toString")
                                        && method.getParameterCount() == 0)))
        .isEmpty();
  }

  @Test
  void whatIsPrintedIsSeen() {
    record Careless(String mobile, List<String> names) {}

    assertThat(printed(new Careless("«Careless.mobile»", List.of("«Careless.names»"))))
        .containsExactlyInAnyOrder("Careless.mobile", "Careless.names");
    assertThat(printed(new IOException("«Careless.message»"))).containsExactly("Careless.message");
  }

  private static Set<String> printed(Object object) {
    return new TreeSet<>(
        MARK.matcher(object.toString())
            .results()
            .map((MatchResult mark) -> mark.group(1))
            .toList());
  }

  private static Object filled(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Constructor<?> canonical =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String mark = "«" + type.getSimpleName() + "." + components[i].getName() + "»";
      values[i] = value(components[i].getType(), mark);
    }
    return made(canonical, values);
  }

  private static Object made(Constructor<?> constructor) throws ReflectiveOperationException {
    Class<?>[] types = constructor.getParameterTypes();
    @Nullable Object[] values = new @Nullable Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] =
          value(types[i], "«" + constructor.getDeclaringClass().getSimpleName() + "." + i + "»");
    }
    return made(constructor, values);
  }

  private static Object made(Constructor<?> constructor, @Nullable Object[] values)
      throws ReflectiveOperationException {
    constructor.setAccessible(true);
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new AssertionError("teach this test to make a " + constructor, e.getCause());
    }
  }

  private static @Nullable Object value(Class<?> type, String mark)
      throws ReflectiveOperationException {
    if (type == String.class || type == Object.class) {
      return mark;
    }
    if (type == List.class) {
      return List.of(mark);
    }
    if (type == Set.class) {
      return Set.of(mark);
    }
    if (type == Map.class) {
      return Map.of("name", mark);
    }
    if (type == JsonNode.class) {
      return TextNode.valueOf(mark);
    }
    if (type == URI.class) {
      return URI.create("https://example.com/" + mark);
    }
    if (type == Duration.class) {
      return Duration.ofSeconds(1);
    }
    if (type == Instant.class) {
      return Instant.EPOCH;
    }
    if (type == IOException.class) {
      return new IOException(mark);
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 7;
    }
    if (type == long.class) {
      return 7L;
    }
    if (type == double.class) {
      return 0.5;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isRecord()) {
      return filled(type);
    }
    if (type.isSealed()) {
      return value(type.getPermittedSubclasses()[0], mark);
    }
    if (type.isInterface()) {
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, arguments) -> method.getName().equals("toString") ? "Proxy" : null);
    }
    if (Modifier.isFinal(type.getModifiers())) {
      return null; // a class that prints nothing of itself, which another test makes sure of
    }
    throw new AssertionError("teach this test what to put into a " + type);
  }
}
