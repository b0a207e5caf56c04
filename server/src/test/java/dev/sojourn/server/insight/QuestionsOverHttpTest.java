package dev.sojourn.server.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.server.TestServer;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Questions and customers over HTTP, on the shop that ships as a sample.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsOverHttpTest {

  private static final Path SHOP =
      Path.of(System.getProperty("sojourn.root"))
          .resolve("samples/simple-shop/simple-onlineshop.csv.gz");

  private static final String ROOM = "/api/v1/workspaces/default";
  private static final String FUNNEL =
      "{\"analysis\":\"funnel\",\"steps\":[\"view_product\",\"add_to_cart\"],\"window\":\"P7D\"}";

  @TempDir private static Path directory = Path.of("");
  private @Nullable TestServer server;

  private TestServer server() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server;
  }

  @BeforeAll
  void start() throws IOException {
    server = TestServer.on(directory.resolve("data"));
    take("default", SHOP);
  }

  @AfterAll
  void stop() throws IOException {
    server().close();
  }

  private void take(String workspace, Path file) throws IOException {
    Workspaces workspaces = server().bean(Workspaces.class);
    workspaces
        .require(workspace)
        .importFiles(List.of(file), ImportOptions.defaults(), (path, done, total, rows) -> true);
    workspaces.eventsChanged(workspace);
  }

  private JsonNode ok(TestServer.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private String funnel() {
    JsonNode names = ok(server().get(ROOM + "/vocabulary")).get("touchpoints");
    return "{\"analysis\":\"funnel\",\"window\":\"P7D\",\"steps\":[\"%s\",\"%s\"]}"
        .formatted(names.at("/0/name").asString(), names.at("/2/name").asString());
  }

  @Test
  void answersAsTheCommandLineDoes() throws IOException {
    Workspace workspace = server().bean(Workspaces.class).require("default");
    ObjectNode expected;
    try (Engine engine = new Engine(1)) {
      Question question =
          new SpecReader(
                  map -> {
                    throw new IllegalStateException("no map here");
                  })
              .read(JsonForm.readObject("the spec", funnel().getBytes(StandardCharsets.UTF_8)));
      expected =
          new Analyst(engine, InstantSource.system())
              .answer(question, workspace, BuildProgress.NONE, () -> false);
    }
    for (int again = 0; again < 2; again++) {
      ObjectNode actual = (ObjectNode) ok(server().post(ROOM + "/analyses", funnel()));
      assertEquals(
          JsonForm.line(expected.without("tookMillis")),
          JsonForm.line(
              JsonForm.readObject("it", JsonForm.line(actual).getBytes(StandardCharsets.UTF_8))
                  .without("tookMillis")));
    }
  }

  @Test
  void everyCountOpensToAsManyCustomers() {
    JsonNode steps = ok(server().post(ROOM + "/analyses", funnel())).get("steps");
    for (JsonNode step : steps) {
      for (String outcome : List.of("reached", "dropped", "inProgress")) {
        String kind = outcome.equals("inProgress") ? "IN_PROGRESS" : outcome.toUpperCase();
        JsonNode page =
            ok(
                server()
                    .post(
                        ROOM + "/analyses/customers",
                        "{\"spec\":%s,\"limit\":7,\"count\":{\"kind\":\"FUNNEL_STEP\",\"step\":%d,\"outcome\":\"%s\"}}"
                            .formatted(funnel(), step.get("step").asInt(), kind)));
        assertEquals(step.get(outcome).asLong(), page.get("total").asLong());
        assertEquals(
            Math.min(7, page.get("total").asLong()), page.get("customers").size(), page.toString());
      }
    }
  }

  @Test
  void everyNodeAndLinkOfPathsOpensToAsManyCustomers() {
    String spec = "{\"analysis\":\"paths\",\"start\":\"catalog\",\"maxSteps\":3,\"rowsPerStep\":2}";
    JsonNode answer = ok(server().post(ROOM + "/analyses", spec));
    // Every visitor of the sample who came to the catalog, which is a published number.
    assertEquals(3_611, answer.get("paths").intValue());
    int opened = 0;
    for (JsonNode node : answer.get("nodes")) {
      if (!node.get("touchpoint").isNull()) {
        String count =
            "{\"kind\":\"PATH_NODE\",\"step\":%d,\"names\":[\"%s\"]}"
                .formatted(node.get("step").intValue(), node.get("touchpoint").asString());
        assertEquals(node.get("units").intValue(), inside(spec, count));
        opened++;
      }
    }
    for (JsonNode link : answer.get("links")) {
      if (!link.get("from").isNull() && !link.get("to").isNull()) {
        String count =
            "{\"kind\":\"PATH_LINK\",\"step\":%d,\"from\":{\"names\":[\"%s\"]},\"to\":{\"names\":[\"%s\"]}}"
                .formatted(
                    link.get("step").intValue(),
                    link.get("from").asString(),
                    link.get("to").asString());
        assertEquals(link.get("units").intValue(), inside(spec, count));
        opened++;
      }
    }
    assertTrue(opened >= 8, opened + " were opened");
  }

  private int inside(String spec, String count) {
    return ok(server()
            .post(
                ROOM + "/analyses/customers",
                "{\"spec\":%s,\"limit\":1,\"count\":%s}".formatted(spec, count)))
        .get("total")
        .intValue();
  }

  @Test
  void aMistypedNameIsRefusedWithTheNearestOne() {
    String name = ok(server().get(ROOM + "/vocabulary")).at("/touchpoints/0/name").asString();
    for (TestServer.Answer answer :
        List.of(
            server()
                .post(
                    ROOM + "/analyses", "{\"analysis\":\"funnel\",\"steps\":[\"" + name + "x\"]}"),
            server()
                .post(
                    ROOM + "/analyses/customers",
                    "{\"spec\":{\"analysis\":\"flow\"},\"count\":{\"kind\":\"START\",\"touchpoint\":\""
                        + name
                        + "x\"}}"))) {
      assertEquals(400, answer.status(), answer.text());
      assertTrue(
          answer.json().at("/problems/0/message").asString().contains("'" + name + "'"),
          answer.text());
    }
    assertEquals(400, server().post(ROOM + "/analyses", "{\"analysis\":\"sumary\"}").status());
    assertEquals(400, server().post(ROOM + "/analyses", "[").status());
    assertEquals(404, server().post("/api/v1/workspaces/none/analyses", FUNNEL).status());
    TestServer.Answer everything =
        server()
            .post(
                ROOM + "/analyses/customers",
                "{\"spec\":{\"analysis\":\"flow\"},\"limit\":500,\"count\":{\"kind\":\"FUNNEL_STEP\",\"step\":2}}");
    assertEquals(400, everything.status());
    assertEquals(2, everything.json().get("problems").size(), everything.text());
  }

  @Test
  void customersAreListedNewestFirstAndOpened() {
    Set<String> seen = new HashSet<>();
    String cursor = "";
    String lastTime = "9999";
    long total;
    do {
      JsonNode page = ok(server().get(ROOM + "/customers?limit=200" + cursor));
      total = page.get("total").asLong();
      for (JsonNode line : page.get("customers")) {
        assertTrue(seen.add(line.get("id").asString()));
        String time = line.get("lastTime").asString();
        assertTrue(time.compareTo(lastTime) <= 0, time);
        lastTime = time;
      }
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
    } while (!cursor.isEmpty() && seen.size() < 1_000);
    assertEquals(Math.min(1_000, total), seen.size());
    String one = seen.iterator().next();
    JsonNode found = ok(server().get(ROOM + "/customers?q=" + one));
    assertTrue(found.get("total").asLong() >= 1);
    List<String> times = new ArrayList<>();
    String next = "";
    do {
      JsonNode customer = ok(server().get(ROOM + "/customer?limit=2&id=" + one + next));
      assertEquals(one, customer.get("id").asString());
      customer.get("timeline").forEach(e -> times.add(e.get("time").asString()));
      assertTrue(times.size() <= customer.get("events").asLong());
      next = customer.get("next").isNull() ? "" : "&cursor=" + customer.get("next").asString();
    } while (!next.isEmpty());
    assertEquals(times.stream().sorted().toList(), times);
    assertEquals(404, server().get(ROOM + "/customer?id=nobody-of-this-name").status());
    assertEquals(400, server().get(ROOM + "/customers?cursor=!").status());
    assertEquals(400, server().get(ROOM + "/customers?limit=0").status());
    assertEquals(400, server().get(ROOM + "/customer?id=x&limit=201").status());
  }

  @Test
  void anIdentifierMayHaveAnyCharacter() throws IOException {
    String odd = "é/a?b=c&d 中 \"x\" %2F";
    Path file = directory.resolve("odd.jsonl");
    Files.writeString(
        file,
        "{\"customer\":\"é/a?b=c&d 中 \\\"x\\\" %2F\",\"event\":\"call\",\"time\":\"2026-01-01T00:00:00Z\",\"n\":1.25,\"deep\":{\"a\":[1]}}\n");
    assertEquals(201, server().post("/api/v1/workspaces", "{\"name\":\"Odd\"}").status());
    take("odd", file);
    JsonNode customer =
        ok(
            server()
                .get(
                    "/api/v1/workspaces/odd/customer?id="
                        + URLEncoder.encode(odd, StandardCharsets.UTF_8)));
    assertEquals(odd, customer.get("id").asString());
    assertEquals("1.25", customer.at("/timeline/0/properties/n").toString());
    assertEquals("{\"a\":[1]}", customer.at("/timeline/0/properties/deep").toString());
  }

  @Test
  void anAnswerHoldsUntilTheEventsChange() throws IOException {
    assertEquals(201, server().post("/api/v1/workspaces", "{\"name\":\"Growing\"}").status());
    String room = "/api/v1/workspaces/growing";
    assertEquals(
        0,
        ok(server().post(room + "/analyses", "{\"analysis\":\"summary\"}")).get("units").asInt());
    for (int day = 1; day < 4; day++) {
      Path file = directory.resolve("day" + day + ".csv");
      Files.writeString(file, "customer,event,time\nc" + day + ",a,2026-01-0" + day + "\n");
      take("growing", file);
      assertEquals(
          day,
          ok(server().post(room + "/analyses", "{\"analysis\":\"summary\"}")).get("units").asInt());
      assertEquals(
          day, ok(server().get(room + "/vocabulary")).at("/touchpoints/0/customers").asInt());
    }
  }
}
