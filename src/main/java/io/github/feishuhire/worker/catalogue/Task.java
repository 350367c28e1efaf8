package io.github.feishuhire.worker.catalogue;

import static io.github.feishuhire.worker.catalogue.ErrorCode.INVALID_PARAMETER;
import static io.github.feishuhire.worker.catalogue.ErrorCode.REJECTED;
import static io.github.feishuhire.worker.catalogue.ErrorCode.SUBMISSION_IN_DOUBT;

import io.github.feishuhire.api.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is written of one kind of service task: its row in the catalogue.
 *
 * @param name as people know it, in English
 * @param version of the contract, which the job type ends in
 * @param endpoint what it calls, or calls most
 * @param capacity how many of its jobs a worker takes on
 * @param inputs the variables that are fetched, and nothing else is, in the order of the panel
 * @param output the variable that is written
 * @param headers those that only some tasks have
 * @param errors that a process can catch, those of every task included
 * @param page of Feishu's documentation
 * @param icon what is drawn on it: SVG in a square of 18
 */
public record Task(
    String name,
    int version,
    Endpoint endpoint,
    Capacity capacity,
    List<Input> inputs,
    Output output,
    List<Header> headers,
    Set<ErrorCode> errors,
    String page,
    String icon) {

  /** A variable of a task that must not be repeated: what became of its submission. */
  public static final String SUBMISSION = "feishu_hire_submission";

  private static final Duration BESIDE_THE_CALL = Duration.ofSeconds(15);

  public Task {
    inputs = List.copyOf(inputs);
    headers = List.copyOf(headers);
    errors = Set.copyOf(errors);
  }

  /** A row in its first version, still without inputs, output, page and icon. */
  public static Task named(String name, Endpoint endpoint, Capacity capacity) {
    boolean canBeInDoubt = !endpoint.repeatable();
    return new Task(
        name,
        1,
        endpoint,
        capacity,
        List.of(),
        new Output("", "{}", null, null),
        canBeInDoubt ? List.of(Header.ON_DOUBT) : List.of(),
        canBeInDoubt
            ? EnumSet.of(INVALID_PARAMETER, REJECTED, SUBMISSION_IN_DOUBT)
            : EnumSet.of(INVALID_PARAMETER, REJECTED),
        "",
        "");
  }

  public Task takes(Input... some) {
    return new Task(
        name, version, endpoint, capacity, List.of(some), output, headers, errors, page, icon);
  }

  /**
   * Names the output.
   *
   * @param example of its value, as JSON
   */
  public Task gives(String variable, String example) {
    return giving(new Output(variable, example, null, null));
  }

  /** Offers a member of the output, such as {@code application_id}, as a variable of its own. */
  public Task offers(String member) {
    return giving(new Output(output.name(), output.example(), member, output.instead()));
  }

  /** Gives another id in place of the output, where a person has found only that one. */
  public Task orGives(String variable) {
    return giving(new Output(output.name(), output.example(), output.member(), variable));
  }

  private Task giving(Output given) {
    return new Task(name, version, endpoint, capacity, inputs, given, headers, errors, page, icon);
  }

  /** Has headers besides those of every task. */
  public Task chosenBy(Header... some) {
    List<Header> all = Stream.concat(headers.stream(), Stream.of(some)).toList();
    return new Task(name, version, endpoint, capacity, inputs, output, all, errors, page, icon);
  }

  /** Can end with these errors besides those of every task. */
  public Task endsWith(ErrorCode... some) {
    Set<ErrorCode> all = EnumSet.copyOf(errors);
    all.addAll(List.of(some));
    return new Task(name, version, endpoint, capacity, inputs, output, headers, all, page, icon);
  }

  public Task documentedAt(String address) {
    return new Task(
        name, version, endpoint, capacity, inputs, output, headers, errors, address, icon);
  }

  public Task drawn(String svg) {
    return new Task(name, version, endpoint, capacity, inputs, output, headers, errors, page, svg);
  }

  /** With another capacity than that of the catalogue. */
  public Task with(Capacity other) {
    return new Task(name, version, endpoint, other, inputs, output, headers, errors, page, icon);
  }

  /** In which a call, its turn and the report find room. */
  public Duration shortestLease() {
    return endpoint.deadline().plus(BESIDE_THE_CALL);
  }

  /** Names of the inputs that say who the candidate is. */
  public List<String> identifying() {
    return inputs.stream().filter(Input::isIdentifying).map(Input::name).toList();
  }

  /** The name, which says the rest. */
  @Override
  public String toString() {
    return name;
  }

  /** The name as part of ids, files and keys: {@code submit-website-delivery}. */
  public String slug() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** What the engine knows it by. */
  public String jobType() {
    return "feishu-hire:" + slug() + ":" + version;
  }

  /** Whether a run that may have had an effect can be repeated without harm. */
  public boolean isRepeatable() {
    return endpoint.repeatable();
  }

  /** Whether it takes a variable of that name. */
  public boolean takes(String variable) {
    return inputs.stream().anyMatch(input -> input.name().equals(variable));
  }

  /** The inputs that a refusal is about, where Feishu does not name them. */
  public List<String> blamedFor(ErrorCode code) {
    List<String> names = new ArrayList<>();
    inputs.stream()
        .filter(input -> input.faults().contains(code))
        .forEach(input -> names.add(input.name()));
    return names;
  }
}
