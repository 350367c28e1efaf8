package io.github.feishuhire.api.offer;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.Numbered;
import io.github.feishuhire.api.http.Answer;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Transport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls about offers. */
public final class Offers {

  private record Reply(@Nullable Item offer) {}

  private record Item(
      @Nullable String id,
      @Nullable String applicationId,
      @Nullable Integer offerStatus,
      @Nullable Basics basicInfo) {

    @Override
    public String toString() {
      return "Item[" + id + "]";
    }
  }

  private record Basics(@Nullable String onboardDate) {
    @Override
    public String toString() {
      return "Basics";
    }
  }

  private final Transport transport;

  public Offers(Transport transport) {
    this.transport = transport;
  }

  /**
   * The offer of an application, where it has one; internships are not told. Can be repeated.
   *
   * @throws FeishuException when Feishu does not tell
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/offer">Feishu:
   *     get the offer of an application</a>
   */
  public Optional<Offer> ofApplication(String applicationId, CallOptions options) {
    Answer<Reply> answer =
        transport.send(
            Call.get(Endpoint.GET_APPLICATION_OFFER, applicationId), Reply.class, options);
    Item item = answer.data().offer();
    return item == null ? Optional.empty() : Optional.of(offer(item, answer));
  }

  private static Offer offer(Item item, Answer<Reply> answer) {
    if (item.id() == null || item.id().isBlank()) {
      throw answer.useless(Reason.UNREADABLE_REPLY);
    }
    return new Offer(
        item.id(),
        item.applicationId(),
        Numbered.of(OfferStatus.values(), item.offerStatus()),
        item.basicInfo() == null ? null : item.basicInfo().onboardDate());
  }
}
