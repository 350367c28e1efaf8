package io.github.feishuhire.benchmark.peer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The call and nothing else: a fixed token, no limit, no claim, no second thought. */
public final class Bare {

  private static final MediaType JSON = MediaType.get("application/json");

  private final JsonMapper mapper = new JsonMapper();
  private final OkHttpClient http;

  private Bare(int threads) {
    http =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(threads, 5, TimeUnit.MINUTES))
            .callTimeout(Duration.ofSeconds(20))
            .build();
  }

  /** The argument is the number of threads. */
  public static void main(String[] args) {
    int threads = Integer.parseInt(args[0]);
    HandMade.serve(threads, new Bare(threads)::submit);
  }

  private String submit(Candidate candidate) throws IOException {
    byte[] body =
        mapper.writeValueAsBytes(
            Map.of(
                "job_post_id", candidate.jobPostId(),
                "user_id", candidate.userId(),
                "resume_file_id", candidate.resumeFileId()));
    Request request =
        new Request.Builder()
            .url(
                HandMade.baseUrl()
                    + "/open-apis/hire/v1/websites/"
                    + candidate.websiteId()
                    + "/deliveries/create_by_attachment")
            .header("Authorization", "Bearer t-fixed")
            .post(RequestBody.create(body, JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return mapper.readTree(response.body().bytes()).path("data").path("task_id").textValue();
    }
  }
}
