package dev.sojourn.map.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.sample.RandomMaps;
import dev.sojourn.map.sample.Samples;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class MapChangesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// The same files hold the TypeScript side to the same meaning.
  @TestFactory
  Stream<DynamicTest> goldenVectors() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(MapChangesTest.class.getResource("rename-the-map.json"));
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(folder.toURI()).resolveSibling(""))) {
      files = all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    assertTrue(files.size() >= 40);
    return files.stream()
        .map(file -> {
          JsonNode vector = JSON.readTree(file.toFile());
          return DynamicTest.dynamicTest(vector.get("name").stringValue(), () -> pass(vector));
        });
  }

  private static void pass(JsonNode vector) {
    JourneyMap map = MapJson.read(vector.get("map"));
    ChangeOutcome outcome =
        MapChanges.apply(map, operations(vector.get("change").get("operations")));
    if (outcome instanceof ChangeOutcome.Refused refused) {
      assertEquals(vector.get("refused").asString(""), refused.reason().name(), refused.sentence());
      assertTrue(
          refused.problems().stream().noneMatch(p -> p.message().matches(".*[a-z]\\[\\d+].*")),
          () -> "an index is no word of an element: " + refused.problems());
      return;
    }
    ChangeOutcome.Applied applied = (ChangeOutcome.Applied) outcome;
    assertTrue(vector.get("refused").isNull(), "must be refused");
    assertEquals(MapJson.read(vector.get("after")), applied.map());
    List<ObjectNode> inverse = applied.inverse().stream().map(OperationJson::write).toList();
    assertEquals(
        numbersAsDecimals(vector.get("inverse")), numbersAsDecimals(JSON.valueToTree(inverse)));
    ChangeOutcome undone = MapChanges.apply(applied.map(), applied.inverse());
    assertEquals(map, assertInstanceOf(ChangeOutcome.Applied.class, undone).map());
  }

  @Test
  void problemsNameTheElementAndNotItsIndex() {
    JourneyMap map = Samples.shop();
    String stage = map.stages().getLast().id().toString();
    ChangeOutcome.Refused refused =
        assertInstanceOf(
            ChangeOutcome.Refused.class,
            MapChanges.apply(map, List.of(new Operation.Delete(stage))));
    assertTrue(
        refused.sentence().startsWith("This does not fit the map: Step 'pays by card': stage no"),
        refused::sentence);
    assertEquals(map.steps().get(4).id() + ".stage", refused.problems().getFirst().field());
  }

  @Test
  void anOperationSaysEveryProblemOfItsForm() {
    Problems problems = new Problems();
    OperationJson.read(JSON.readTree("{\"op\":\"burn\"}"), "operations[0]", problems);
    OperationJson.read(
        JSON.readTree("{\"op\":\"insert\",\"value\":3,\"before\":4,\"at\":1}"),
        "operations[1]",
        problems);
    assertEquals(
        List.of(
            "operations[0].op",
            "operations[1].at",
            "operations[1].list",
            "operations[1].value",
            "operations[1].before"),
        problems.found().stream().map(p -> p.field()).toList());
  }

  /// Whatever is tried: the result is a valid map that the inverse takes back, or nothing happened.
  @Test
  void randomChangesCanBeUndone() {
    long seed = 20261122;
    Random random = new Random(seed);
    int applied = 0;
    for (int i = 0; i < 3000; i++) {
      JourneyMap map =
          i % 10 == 0 ? Samples.coffee().authored() : RandomMaps.of(random.nextLong()).authored();
      List<Operation> operations = new ArrayList<>();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        operations.add(any(map, random));
      }
      if (MapChanges.apply(map, operations) instanceof ChangeOutcome.Applied change) {
        applied++;
        assertEquals(change.map(), MapJson.read(MapJson.write(change.map())));
        ChangeOutcome undone = MapChanges.apply(change.map(), change.inverse());
        int round = i;
        assertEquals(
            map,
            assertInstanceOf(ChangeOutcome.Applied.class, undone).map(),
            () -> "seed " + seed + ", round " + round + ": " + operations);
      }
    }
    assertTrue(applied > 300, "only " + applied + " of 3000 were applied");
  }

  private static Operation any(JourneyMap map, Random random) {
    JsonNode tree = MapJson.tree(map);
    ElementList list = ElementList.values()[random.nextInt(ElementList.values().length)];
    JsonNode entries = tree.path(list.field());
    String some = one(entries, random);
    return switch (random.nextInt(4)) {
      case 0 -> new Operation.Move(some, random.nextBoolean() ? null : one(entries, random));
      case 1 -> new Operation.Delete(some);
      case 2 -> {
        JsonNode pattern = entries.path(entries.isEmpty() ? 0 : random.nextInt(entries.size()));
        ObjectNode value =
            pattern instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        value.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
        yield new Operation.Insert(
            list.field(), value, random.nextBoolean() ? null : one(entries, random));
      }
      default -> {
        List<String> fields = list.settable().stream().sorted().toList();
        String field = fields.get(random.nextInt(fields.size()));
        JsonNode other = entries.path(entries.isEmpty() ? 0 : random.nextInt(entries.size()));
        yield new Operation.Set(some, field, other.get(field));
      }
    };
  }

  private static String one(JsonNode entries, Random random) {
    return entries.isEmpty()
        ? new UUID(1, 2).toString()
        : entries.get(random.nextInt(entries.size())).get("id").stringValue();
  }

  private static List<Operation> operations(JsonNode list) {
    Problems problems = new Problems();
    List<Operation> operations = new ArrayList<>();
    list.forEach(o -> OperationJson.read(o, "operations", problems).ifPresent(operations::add));
    problems.refuse();
    return operations;
  }

  /// 3 and 3.0 are one number in JSON.
  private static String numbersAsDecimals(JsonNode json) {
    return json.toString()
        .replaceAll("(?<=:)(-?\\d+)\\.0(?=[,}\\]])", "$1")
        .toLowerCase(Locale.ROOT);
  }
}
