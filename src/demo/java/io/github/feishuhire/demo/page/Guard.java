package io.github.feishuhire.demo.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in but the page itself. A site that somebody visits meanwhile can send requests to
 * this machine, and have its own name lead here: so the name must be one of this machine's, and
 * what changes something must come from here and bring what only the page was told.
 */
final class Guard extends OncePerRequestFilter {

  static final String HEADER = "X-Page-Token";

  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self' data:",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  private final String token = UUID.randomUUID().toString();

  String token() {
    return token;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (isForThisMachine(request) && (isReading(request) || isFromThePage(request))) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static Set<String> names(HttpServletRequest request) {
    int port = request.getLocalPort();
    return Set.of("localhost:" + port, "127.0.0.1:" + port);
  }

  private static boolean isForThisMachine(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Host"))
        .filter(names(request)::contains)
        .isPresent();
  }

  private static boolean isReading(HttpServletRequest request) {
    return Set.of("GET", "HEAD").contains(request.getMethod());
  }

  private boolean isFromThePage(HttpServletRequest request) {
    @Nullable String origin = request.getHeader("Origin");
    @Nullable String shown = request.getHeader(HEADER);
    boolean fromHere =
        origin == null || names(request).stream().anyMatch(name -> origin.equals("http://" + name));
    return fromHere
        && shown != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return true;
  }
}
