package io.github.feishuhire.sandbox.siteuser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.website.Catalogue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Creates a site user, or answers the one that has the external ID already. */
public final class SiteUserRules implements Rules {

  private static final Pattern COUNTRY = Pattern.compile("CN_\\d+");

  private final Catalogue catalogue;
  private final SiteUsers users;
  private final Ids ids;

  public SiteUserRules(Catalogue catalogue, SiteUsers users, Ids ids) {
    this.catalogue = catalogue;
    this.users = users;
    this.ids = ids;
  }

  @Override
  public Reply answer(Call call) {
    Fields fields = call.fields();
    SiteUser asked =
        new SiteUser(
            ids.decimal(),
            call.parameter("website_id"),
            fields.requiredText("external_id"),
            fields.text("name"),
            fields.text("email"),
            fields.text("mobile"),
            fields.text("mobile_country_code"));
    if (asked.mobile().isPresent() != asked.mobileCountryCode().isPresent()) {
      throw fields.refused("mobile", "and mobile_country_code need each other");
    }
    // Assumption: a dialling prefix is refused here, where a location code is documented.
    if (asked.mobileCountryCode().filter(code -> !COUNTRY.matcher(code).matches()).isPresent()) {
      throw fields.refused("mobile_country_code", "must be the location code of a country");
    }
    // Assumption: the page names no code for an unknown website; its neighbours use this one.
    catalogue.requireWebsite(asked.websiteId());
    ObjectNode data = Reply.object();
    data.set("site_user", tree(users.keep(asked)));
    return Reply.success(data);
  }

  private static ObjectNode tree(SiteUser user) {
    ObjectNode tree = Reply.object();
    tree.put("user_id", user.userId()).put("external_id", user.externalId());
    put(tree, "name", user.name());
    put(tree, "email", user.email());
    put(tree, "mobile", user.mobile());
    put(tree, "mobile_country_code", user.mobileCountryCode());
    return tree;
  }

  private static void put(ObjectNode tree, String name, Optional<String> value) {
    value.ifPresent(text -> tree.put(name, text));
  }
}
