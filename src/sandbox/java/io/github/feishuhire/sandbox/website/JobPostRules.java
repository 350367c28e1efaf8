package io.github.feishuhire.sandbox.website;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Searches the job posts of a website by keyword and place; it looks at nothing else that can be
 * asked for. Assumptions: the keyword is looked for in the title; {@code city_code_list}, of which
 * one source shows a city and another a country, takes cities and whatever they lie in.
 */
public final class JobPostRules implements Rules {

  private static final Paging PAGING = new Paging("items", 10, 10);
  private static final int MOST_CODES = 100;

  private final Catalogue catalogue;

  public JobPostRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Reply answer(Call call) {
    Fields fields = call.fields();
    Optional<String> keyword = fields.text("keyword");
    List<String> places = fields.texts("city_code_list", MOST_CODES);
    String websiteId = call.parameter("website_id");
    // Assumption: the page names no code for an unknown website; its neighbours use this one.
    catalogue.requireWebsite(websiteId);
    List<ObjectNode> found =
        catalogue.jobPosts(websiteId).stream()
            .filter(post -> keyword.isEmpty() || contains(post.title(), keyword.get()))
            .filter(post -> places.isEmpty() || post.cityCodes().stream().anyMatch(isIn(places)))
            .map(post -> JobPostTree.of(post, catalogue))
            .toList();
    return Reply.success(PAGING.page(call, found));
  }

  private Predicate<String> isIn(List<String> places) {
    return city ->
        places.contains(city)
            || catalogue
                .location(city)
                .filter(found -> !Collections.disjoint(found.within(), places))
                .isPresent();
  }

  private static boolean contains(String title, String keyword) {
    return title.toLowerCase(Locale.ROOT).contains(keyword.toLowerCase(Locale.ROOT));
  }
}
