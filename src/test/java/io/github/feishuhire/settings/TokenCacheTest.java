package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CredentialsProvider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the client of Camunda keeps the token that it fetched with OIDC. */
final class TokenCacheTest {

  private static final String SETTING = "camunda.client.auth.credentials-cache-path";

  private final AtomicInteger fetched = new AtomicInteger();
  private HttpServer tokens;

  @BeforeEach
  void start() throws IOException {
    tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    tokens.createContext("/token", this::token);
    tokens.start();
  }

  @AfterEach
  void stop() {
    tokens.stop(0);
  }

  private void token(HttpExchange exchange) throws IOException {
    try (exchange) {
      String reply =
          "{\"access_token\":\"t-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
              .formatted(fetched.incrementAndGet());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, reply.length());
      exchange.getResponseBody().write(reply.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String shipped() throws IOException {
    Properties settings = new Properties();
    try (InputStream file = TokenCacheTest.class.getResourceAsStream("/application.properties")) {
      settings.load(file);
    }
    return settings.getProperty(SETTING);
  }

  private static Map<String, String> credentials(CredentialsProvider provider) throws IOException {
    Map<String, String> headers = new HashMap<>();
    provider.applyCredentials(headers::put);
    return headers;
  }

  @Test
  void isInMemoryAndInNoFile() throws IOException {
    String path = shipped();
    CredentialsProvider provider =
        CredentialsProvider.newCredentialsProviderBuilder()
            .clientId("worker")
            .clientSecret("secret")
            .audience("zeebe")
            .authorizationServerUrl("http://127.0.0.1:" + tokens.getAddress().getPort() + "/token")
            .credentialsCachePath(path)
            .applyEnvironmentOverrides(false)
            .build();

    assertThat(credentials(provider)).containsValue("Bearer t-1");
    assertThat(credentials(provider)).containsValue("Bearer t-1");

    assertThat(fetched).as("it is kept").hasValue(1);
    assertThat(new File(path).length()).as("and not on disk").isZero();
  }
}
