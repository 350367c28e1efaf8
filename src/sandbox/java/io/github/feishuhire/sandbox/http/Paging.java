package io.github.feishuhire.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Cuts a list into pages, as {@code page_size} and {@code page_token} ask for. Assumption: what is
 * no size or no token of ours is a parameter error.
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
    int size = call.queried("page_size").map(text -> number(text, "page_size")).orElse(usual);
    if (size < 1 || size > most) {
      throw new Refusal(ErrorCode.PARAMETER_ERROR, "page_size must be 1 to " + most);
    }
    return size;
  }

  private int from(String token) {
    if (!token.startsWith(TOKEN)) {
      throw new Refusal(ErrorCode.PARAMETER_ERROR, "page_token is none of ours");
    }
    return number(token.substring(TOKEN.length()), "page_token");
  }

  private static int number(String text, String name) {
    if (!text.matches("\\d{1,9}")) {
      throw new Refusal(ErrorCode.PARAMETER_ERROR, name + " must be a number");
    }
    return Integer.parseInt(text);
  }
}
