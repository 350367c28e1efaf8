package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.QuotaShare;
import java.net.URI;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A transport without sockets, and without waiting. */
public final class InMemory {

  private static final OkHttpClient CLIENT = new OkHttpClient();

  private InMemory() {}

  /** Every request gets what this makes of it. */
  public static Transport answering(Function<Request, Response> feishu) {
    OkHttpClient client =
        CLIENT.newBuilder().addInterceptor(chain -> feishu.apply(chain.request())).build();
    return new Transport(
        Apps.at(URI.create("https://feishu.example")),
        QuotaShare.ALONE,
        new HttpSender(client),
        new HastyTime());
  }
}
