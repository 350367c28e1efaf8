package io.github.feishuhire.worker.output;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.Page;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.outcome.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list, read to its end into one variable.
 *
 * @param narrowing the inputs by which a designer can make it shorter
 */
public record WholeList(Task task, List<Input> narrowing) {

  public WholeList {
    narrowing = List.copyOf(narrowing);
  }

  public WholeList(Task task, Input... narrowing) {
    this(task, List.of(narrowing));
  }

  /** The engine writes a mapped output more than once into a batch of records of 4 MiB. */
  private static final int LARGEST = 1024 * 1024;

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST_PAUSES = 5;

  /**
   * Reads every page, however long that takes, as long as the list fits into a variable.
   *
   * @param item the members of one item; nothing for one that shall not be in the list
   */
  public <T> Outcome read(
      Listing<T> listing, Function<T, Stream<Map<String, Object>>> item, JobContext context) {
    List<Map<String, Object>> items = new ArrayList<>();
    Listing<T> patient = (token, options) -> page(listing, token, context);
    Reader<T> reader = new Reader<>(items, item);
    try {
      patient.forEachPage(context::options, reader::add);
    } catch (TooLongException e) {
      return context
          .reactions()
          .tooLong(context.attempt(), narrowing.stream().map(Input::name).toList());
    }
    return new Outcome.Completed(Map.of(task.output().name(), items));
  }

  /** A throttled page is waited for, so that those before it were not read in vain. */
  private static <T> Page<T> page(Listing<T> listing, @Nullable String token, JobContext context) {
    for (int pauses = 0; ; pauses++) {
      try {
        return listing.page(token, context.nextOptions());
      } catch (FeishuException e) {
        boolean first = token == null;
        if (first || pauses == MOST_PAUSES || !(e.failure() instanceof Throttled throttled)) {
          throw e;
        }
        context.sleep(throttled.retryAfter());
      }
    }
  }

  /** What is read so far. */
  private static final class Reader<T> {

    private final List<Map<String, Object>> items;
    private final Function<T, Stream<Map<String, Object>>> item;
    private int size;

    Reader(List<Map<String, Object>> items, Function<T, Stream<Map<String, Object>>> item) {
      this.items = items;
      this.item = item;
    }

    void add(List<T> page) {
      List<Map<String, Object>> more = page.stream().flatMap(item).toList();
      size += MAPPER.valueToTree(more).toString().getBytes(StandardCharsets.UTF_8).length;
      if (size > LARGEST) {
        throw new TooLongException();
      }
      items.addAll(more);
    }
  }

  private static final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLongException() {
      super("longer than a variable", null, false, false);
    }
  }
}
