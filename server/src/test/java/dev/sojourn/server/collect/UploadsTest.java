package dev.sojourn.server.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files on their way in: how they are announced, and how many at a time.
class UploadsTest {

  private static final String UPLOADS = CollectClient.ROOM + "/uploads?name=a.csv";

  @TempDir private Path directory = Path.of("");

  private static TestServer.Answer send(TestServer server, String contentType, int bytes) {
    HttpRequest.Builder request = server.request(UPLOADS);
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    return server.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes])));
  }

  @Test
  void aFileThatIsAnnouncedAsAFormIsRefusedAndNotTakenForAnEmptyOne() throws Exception {
    try (TestServer server = TestServer.on(directory)) {
      assertEquals(201, send(server, "", 10).status());
      assertEquals(201, send(server, "text/csv", 10).status());
      for (String form :
          List.of(
              "application/x-www-form-urlencoded",
              "application/x-www-form-urlencoded;charset=UTF-8",
              "multipart/form-data; boundary=x")) {
        // A form of more than two megabytes is one that the web server itself would not read.
        for (int bytes : new int[] {10, 3_000_000}) {
          TestServer.Answer refused = send(server, form, bytes);
          assertEquals(415, refused.status(), refused.text());
          assertEquals(
              "Send the content itself as the body, with the content type"
                  + " application/octet-stream.",
              refused.json().get("detail").asString());
        }
      }
      TestServer.Answer unread = send(server, "nonsense", 10);
      assertEquals(415, unread.status(), unread.text());
      assertTrue(unread.json().get("detail").asString().endsWith("."), unread.text());
    }
  }

  /// Begins to send a file and does not end.
  private static Socket begin(TestServer server) throws IOException {
    URI address = URI.create(server.address());
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket
        .getOutputStream()
        .write(
            ("POST "
                    + UPLOADS
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\n"
                    + "Content-Length: 1000\r\n\r\ncustomer")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void aFifthFileAtATimeWaitsForItsTurn() throws Exception {
    try (TestServer server = TestServer.on(directory)) {
      List<Socket> coming = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        coming.add(begin(server));
      }
      Path uploads = directory.resolve("workspaces/default/uploads");
      while (!Files.exists(uploads) || uploads.toFile().list().length < coming.size()) {
        // Asked before all four are being read, the server would give one of their places away.
        Thread.onSpinWait();
      }
      TestServer.Answer fifth = send(server, "text/csv", 10);
      assertEquals(503, fifth.status(), fifth.text());
      assertEquals("5", fifth.response().headers().firstValue("Retry-After").orElseThrow());
      assertEquals(
          "Four files are coming in already; try again when one is done.",
          fifth.json().get("detail").asString());
      for (Socket socket : coming) {
        // As when the page of the sender is closed.
        socket.close();
      }
      while (send(server, "text/csv", 10).status() != 201) {
        Thread.onSpinWait();
      }
    }
  }
}
