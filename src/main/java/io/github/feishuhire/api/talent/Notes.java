package io.github.feishuhire.api.talent;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Transport;
import org.jspecify.annotations.Nullable;

/** Calls about notes. */
public final class Notes {

  private record Created(@Nullable Note note) {}

  private record Note(@Nullable String id) {}

  private final Transport transport;

  public Notes(Transport transport) {
    this.transport = transport;
  }

  /**
   * Writes a note. There is no idempotency key: calling twice makes two.
   *
   * @return its id
   * @throws FeishuException when it was not written, or when nobody knows
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/note/create">Feishu:
   *     create a note</a>
   */
  public String create(NoteDraft draft, CallOptions options) {
    return transport
        .send(Call.post(Endpoint.CREATE_NOTE, draft), Created.class, options)
        .id(created -> created.note() == null ? null : created.note().id());
  }
}
