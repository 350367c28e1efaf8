package io.github.feishuhire.sandbox.website;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Lists the websites. */
public final class WebsiteRules implements Rules {

  private static final Paging PAGING = new Paging("items", 10, 10);

  private final Catalogue catalogue;

  public WebsiteRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Reply answer(Call call) {
    return Reply.success(
        PAGING.page(call, catalogue.websites().stream().map(Website::tree).toList()));
  }
}
