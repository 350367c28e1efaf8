package io.github.feishuhire.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a list into pages, as {@code page_size} and {@code page_token} ask for. Assumption: only the
 * API itself can tell that a token is none of ours.
 *
 * @param items name of the member that holds the items
 * @param usual size of a page when none is asked for; 0 where one must be asked for
 * @param most largest size of a page
 */
public record Paging(String items, int usual, int most) {

  private static final String TOKEN = "cGFnZV90b2tlbg";

  /** The {@code data} of a reply with the page that the call asks for. */
  public ObjectNode page(Call call, List<? extends JsonNode> all) {
    int size = size(call);
    int from =
        call.queried("page_token").filter(token -> !token.isEmpty()).map(this::from).orElse(0);
    List<? extends JsonNode> page = all.stream().skip(from).limit(size).toList();
    boolean more = from + size < all.size();
    ObjectNode data = Reply.object();
    data.putArray(items).addAll(page);
    data.put("has_more", more);
    return more ? data.put("page_token", TOKEN + (from + size)) : data;
  }

  private int size(Call call) {
    String text = call.queried("page_size").orElse(String.valueOf(usual));
    int size = number(text).orElse(0);
    if (size < 1 || size > most) {
      throw Refusal.ofField("page_size", TextNode.valueOf(text), "must be 1 to " + most);
    }
    return size;
  }

  private int from(String token) {
    return Optional.of(token)
        .filter(text -> text.startsWith(TOKEN))
        .flatMap(text -> number(text.substring(TOKEN.length())))
        .orElseThrow(() -> new Refusal(ErrorCode.PARAMETER_ERROR, "page_token is none of ours"));
  }

  private static Optional<Integer> number(String text) {
    return Optional.of(text).filter(one -> one.matches("\\d{1,9}")).map(Integer::valueOf);
  }
}
