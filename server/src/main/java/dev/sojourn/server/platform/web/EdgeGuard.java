package dev.sojourn.server.platform.web;

import dev.sojourn.server.platform.Build;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The edge while there is no sign-in: a request counts only when it was addressed to loopback by
/// name, so that a page of another site cannot reach in by letting its own name point here, and a
/// write only when it comes from this site. Sets the headers that every answer carries.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EdgeGuard extends OncePerRequestFilter {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final Build build;

  EdgeGuard(Build build) {
    this.build = build;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return true;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Sojourn-Build", build.id());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self';"
            + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'");
    if (request.getRequestURI().startsWith("/api/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (!LOOPBACK.contains(host(request.getHeader("Host")))) {
      refuse(
          response,
          "This server answers on loopback only until sign-in is set up; open it as"
              + " http://127.0.0.1 with its port.");
    } else if (!READS.contains(request.getMethod()) && foreign(request)) {
      refuse(response, "A page of another site may not change anything here.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static String host(@Nullable String header) {
    if (header == null) {
      return "";
    }
    String host = header.toLowerCase(Locale.ROOT);
    int port = host.lastIndexOf(':');
    return port > host.lastIndexOf(']') && port >= 0 ? host.substring(0, port) : host;
  }

  private static boolean foreign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    try {
      URI from = new URI(origin);
      return from.getHost() == null
          || !LOOPBACK.contains(from.getHost().toLowerCase(Locale.ROOT))
          || !from.getAuthority().equalsIgnoreCase(request.getHeader("Host"));
    } catch (URISyntaxException e) {
      return true;
    }
  }

  private static void refuse(HttpServletResponse response, String sentence) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            ("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\""
                    + sentence
                    + "\",\"problems\":[]}")
                .getBytes(StandardCharsets.UTF_8));
  }
}
