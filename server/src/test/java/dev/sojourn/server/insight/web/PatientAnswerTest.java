package dev.sojourn.server.insight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.TestServer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Long work ends when nobody waits for it, and what fails late is still said.
class PatientAnswerTest {

  private static final CountDownLatch STOPPED = new CountDownLatch(1);
  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final int LONGEST_SECONDS = 60;

  @TempDir private Path directory = Path.of("");

  /// Work that takes long, over the real server.
  @RestController
  static class LongWork {

    @GetMapping("/test/until-stopped")
    void untilStopped(HttpServletResponse response) throws IOException {
      PatientAnswer.give(
          response,
          cancelled -> {
            for (int tenth = 0;
                !cancelled.getAsBoolean() && tenth < LONGEST_SECONDS * 10;
                tenth++) {
              await();
            }
            if (cancelled.getAsBoolean()) {
              STOPPED.countDown();
            }
            return "{}".getBytes(StandardCharsets.US_ASCII);
          });
    }

    @GetMapping("/test/refused-late")
    void refusedLate(HttpServletResponse response) throws IOException {
      PatientAnswer.give(
          response,
          cancelled -> {
            for (int tenth = 0; tenth < 15; tenth++) {
              await();
            }
            throw new RefusedException("steps", "a funnel needs at least one step.");
          });
    }

    private static void await() {
      try {
        assertEquals(false, NEVER.await(100, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void workEndsWhenTheCallerGoesAway() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory)) {
      int port = URI.create(server.address()).getPort();
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket
            .getOutputStream()
            .write(
                "GET /test/until-stopped HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        byte[] begun = in.readNBytes(16);
        assertTrue(
            new String(begun, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200"),
            "a space goes out while the work is under way");
      }
      assertTrue(STOPPED.await(LONGEST_SECONDS / 2, TimeUnit.SECONDS));
    }
  }

  @Test
  void whatIsRefusedLateComesAsProblems() throws IOException {
    try (TestServer server = TestServer.on(directory)) {
      TestServer.Answer answer = server.get("/test/refused-late");
      assertEquals(200, answer.status());
      assertEquals(400, answer.json().get("status").asInt());
      assertEquals("steps", answer.json().at("/problems/0/field").asString());
    }
  }
}
