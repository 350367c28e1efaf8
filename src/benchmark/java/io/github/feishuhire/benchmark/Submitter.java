package io.github.feishuhire.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Makes delivery tasks without a worker. */
final class Submitter {

  private static final MediaType JSON = MediaType.get("application/json");

  private final JsonMapper mapper = new JsonMapper();
  private final OkHttpClient http = new OkHttpClient();
  private final URI feishu;

  Submitter(URI feishu) {
    this.feishu = feishu;
  }

  /** The ids of the tasks. */
  List<String> submit(int count) {
    var app = SandboxSettings.DEFAULT_APP;
    String token =
        post(
                "auth/v3/tenant_access_token/internal",
                "",
                Map.of("app_id", app.id(), "app_secret", app.secret()))
            .path("tenant_access_token")
            .textValue();
    String path =
        "hire/v1/websites/%s/deliveries/create_by_attachment"
            .formatted(Trial.CANDIDATE.get("website_id"));
    return IntStream.range(0, count)
        .mapToObj(number -> post(path, token, Trial.CANDIDATE))
        .map(reply -> reply.path("data").path("task_id").textValue())
        .toList();
  }

  private JsonNode post(String path, String token, Map<String, ?> body) {
    try {
      Request request =
          new Request.Builder()
              .url(feishu + "/open-apis/" + path)
              .header("Authorization", "Bearer " + token)
              .post(RequestBody.create(mapper.writeValueAsBytes(body), JSON))
              .build();
      try (Response response = http.newCall(request).execute()) {
        return mapper.readTree(response.body().bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
