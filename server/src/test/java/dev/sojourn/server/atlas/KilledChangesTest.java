package dev.sojourn.server.atlas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that is killed while several people change a map: what it said was saved is there
/// afterwards, once, in an unbroken sequence, and the map is what the sequence makes of it.
class KilledChangesTest {

  private static final int KILLS = 3 * Integer.getInteger("sojourn.torture", 1);
  private static final int WRITERS = 3;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  /// Changes that were answered with 200, by id, with the revision that was told.
  private final Map<String, Long> saved = new ConcurrentHashMap<>();

  private final Queue<AssertionError> faults = new ConcurrentLinkedQueue<>();

  private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertTrue(answer.statusCode() < 300, answer.body());
    return JSON.readTree(answer.body());
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json");
  }

  /// Changes the title again and again until the server is gone. Each title is the id of its
  /// change.
  private void write(String map, CountDownLatch enough) {
    boolean there = true;
    while (there) {
      String id = UUID.randomUUID().toString();
      String change =
          MapRequests.change(
              id,
              1,
              "Rename",
              "{\"op\":\"set\",\"element\":\"%s\",\"field\":\"title\",\"value\":\"%s\"}"
                  .formatted(map.substring(map.lastIndexOf('/') + 1), id));
      try {
        JsonNode outcome =
            ask(request(map + "/changes").POST(HttpRequest.BodyPublishers.ofString(change)))
                .at("/outcomes/0");
        assertTrue(outcome.get("refused").isNull(), outcome.toString());
        saved.put(id, outcome.get("revision").asLong());
        enough.countDown();
      } catch (IOException gone) {
        there = false;
      } catch (AssertionError wrong) {
        faults.add(wrong);
        there = false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        there = false;
      }
    }
  }

  /// The whole history: the id of the change that made each revision.
  private TreeMap<Long, String> history(String map) throws IOException, InterruptedException {
    TreeMap<Long, String> history = new TreeMap<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = ask(request(map + "/history?limit=200" + cursor));
      for (JsonNode change : page.get("changes")) {
        String former = history.put(change.get("revision").asLong(), change.get("id").asString());
        assertEquals(null, former, "a revision twice");
      }
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asString();
    }
    return history;
  }

  private void assertNothingLost(String map) throws IOException, InterruptedException {
    TreeMap<Long, String> history = history(map);
    assertEquals(1, history.firstKey());
    assertEquals(history.size(), history.lastKey(), "the sequence has a gap");
    saved.forEach(
        (id, revision) -> assertEquals(id, history.get(revision), "revision " + revision));
    JsonNode now = ask(request(map));
    assertEquals(history.lastKey(), now.get("revision").asLong());
    assertEquals(history.lastEntry().getValue(), now.at("/map/title").asString());
  }

  @Test
  void whatWasSavedIsThereAfterEveryKill() throws IOException, InterruptedException {
    long seed = Long.getLong("sojourn.seed", System.nanoTime());
    System.out.println("KilledChangesTest: -Dsojourn.seed=" + seed);
    Random random = new Random(seed);
    Path data = directory.resolve("data");
    String room = MapRequests.ROOM + "/maps/";
    String map = "";
    for (int kill = 0; kill < KILLS; kill++) {
      try (ServerProcess server = ServerProcess.on(data)) {
        if (map.isEmpty()) {
          map =
              ask(request(server.address() + MapRequests.ROOM + "/maps")
                      .POST(
                          HttpRequest.BodyPublishers.ofString(
                              "{\"title\":\"First\",\"template\":\"PURCHASE\"}")))
                  .at("/map/id")
                  .asString();
        } else {
          assertNothingLost(server.address() + room + map);
        }
        CountDownLatch enough = new CountDownLatch(1 + random.nextInt(80));
        String address = server.address() + room + map;
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
          writers.add(Thread.ofVirtual().start(() -> write(address, enough)));
        }
        assertTrue(enough.await(2, TimeUnit.MINUTES), faults.toString());
        long instant = System.nanoTime() + random.nextInt(3_000_000);
        while (System.nanoTime() < instant) {
          Thread.onSpinWait();
        }
        server.kill();
        for (Thread writer : writers) {
          writer.join();
        }
        assertEquals(List.of(), List.copyOf(faults));
      }
    }
    try (ServerProcess server = ServerProcess.on(data)) {
      assertNothingLost(server.address() + room + map);
    }
    assertTrue(saved.size() >= KILLS);
  }
}
