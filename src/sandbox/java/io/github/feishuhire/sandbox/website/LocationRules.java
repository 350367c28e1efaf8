package io.github.feishuhire.sandbox.website;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.website.Location.Level;
import java.util.List;
import java.util.stream.Stream;

/** Queries the locations of one level. Assumption: codes that are unknown are passed over. */
public final class LocationRules implements Rules {

  private static final Paging PAGING = new Paging("items", 0, 100);
  private static final int MOST_CODES = 100;

  private final Catalogue catalogue;

  public LocationRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Reply answer(Call call) {
    Fields fields = call.fields();
    int type =
        fields
            .integer("location_type")
            .orElseThrow(() -> fields.refused("location_type", "is required"));
    Level level =
        Stream.of(Level.values())
            .filter(one -> one.number() == type)
            .findFirst()
            .orElseThrow(() -> fields.refused("location_type", "must be 1 to 4"));
    List<String> codes = fields.texts("code_list");
    if (codes.size() > MOST_CODES) {
      throw fields.refused("code_list", "has more than 100 codes");
    }
    return Reply.success(
        PAGING.page(
            call,
            catalogue.locations(level).stream()
                .filter(one -> codes.isEmpty() || codes.contains(one.code()))
                .map(Location::tree)
                .toList()));
  }
}
