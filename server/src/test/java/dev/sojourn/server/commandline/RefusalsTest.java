package dev.sojourn.server.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every mistake of a caller is told in sentences, all of them at once, and nothing is done.
class RefusalsTest {

  @TempDir private Path folder = Path.of("");

  private Path csv(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  @Test
  void helpIsShownForEveryCommandAndForNone() {
    for (String line :
        List.of(
            "",
            "--help",
            "import --help",
            "analyze -h",
            "map --help",
            "map discover --help",
            "map check --help",
            "map render --help",
            "events export --help",
            "doctor --help",
            "erase --help")) {
      String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);
      Commands.Ran ran = Commands.run(arguments);
      assertEquals(0, ran.code(), line);
      assertTrue(ran.out().contains("Usage: sojourn"), line + "\n" + ran.out());
      assertEquals("", ran.err());
    }
  }

  @Test
  void commandsThatAreNoneAreToldFromThoseThatComeLater() {
    assertEquals(
        List.of(
            "'anlyze' is not a command; available: demo, serve, import, analyze, map, events, doctor,"
                + " erase."
                + " Did you mean 'analyze'?"),
        Commands.run("anlyze").problems());
    assertTrue(
        Commands.run("map", "export")
            .problems()
            .getFirst()
            .startsWith("'export' is not available yet"));
    assertTrue(
        Commands.run("serve", "--data", "x", "--host", "0.0.0.0")
            .problems()
            .getFirst()
            .startsWith("--host: '0.0.0.0' can be reached by others"));
    assertTrue(Commands.run("map").problems().getFirst().startsWith("a command is missing"));
  }

  @Test
  void everyFaultOfTheOptionsIsToldAtOnce() throws IOException {
    List<String> problems =
        Commands.run(
                "import",
                csv("a.csv", "customer,event,time\nann,view,2024-01-01\n").toString(),
                "--colour",
                "--format",
                "xlsx",
                "--time-zone",
                "Europe/Berln",
                "--channel",
                "c",
                "--channel-value",
                "v",
                "--tiem=t")
            .problems();
    assertEquals(6, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("--colour: there is no such option here"));
    assertTrue(problems.get(1).endsWith("Did you mean '--time'?"), problems.get(1));
    assertTrue(problems.get(2).startsWith("--data: is missing"));
    assertTrue(problems.get(3).startsWith("--channel: cannot be given together"));
    assertTrue(problems.get(4).startsWith("--format: 'xlsx' is not one of: auto, csv, jsonl"));
    assertTrue(problems.get(5).startsWith("--time-zone: 'Europe/Berln'"));
  }

  @Test
  void anOptionNeedsItsValueAndIsGivenOnce() {
    assertTrue(
        Commands.run("doctor", "--data").problems().contains("--data: needs a value behind it."));
    assertTrue(
        Commands.run("doctor", "--data", data(), "--data", data())
            .problems()
            .contains("--data: is given more than once; give it once."));
  }

  @Test
  void aBadFileAmongGoodOnesLeavesNothingHalfDone() throws IOException {
    Path good = csv("good.csv", "customer,event,time\nann,view,2024-01-01\n");
    Path bad = csv("bad.csv", "red,green\n1,2\n");
    Path none = folder.resolve("none.csv");
    List<String> problems =
        Commands.run("import", good.toString(), bad.toString(), none.toString(), "--data", data())
            .problems();
    assertTrue(problems.stream().anyMatch(p -> p.startsWith(bad.toString())), problems.toString());
    assertTrue(problems.contains(none + ": there is no such file."), problems.toString());
    assertEquals(
        0, Commands.answer(Path.of(data()), "{\"analysis\":\"summary\"}").get("events").intValue());
  }

  @Test
  void noUsableRowAtAllIsAMistake() throws IOException {
    Path file = csv("times.csv", "customer,event,time\nann,view,never\nbob,view,later\n");
    List<String> problems =
        Commands.run(
                "import",
                file.toString(),
                "--data",
                data(),
                "--customer",
                "customer",
                "--event",
                "event",
                "--time",
                "time")
            .problems();
    assertTrue(problems.stream().anyMatch(p -> p.contains("never")), problems.toString());
  }

  @Test
  void specsAreRefusedWithEveryFault() {
    List<String> problems =
        Commands.ask(
                Path.of(data()),
                "{\"analysis\":\"funnel\",\"steps\":[],\"window\":\"soon\",\"uint\":\"customer\"}")
            .problems();
    assertEquals(3, problems.size(), problems.toString());
    assertTrue(problems.get(0).endsWith("Did you mean 'unit'?"), problems.get(0));
    assertTrue(
        Commands.ask(Path.of(data()), "{\"analysis\":")
            .problems()
            .getFirst()
            .startsWith("the spec"));
    assertEquals(
        List.of("SPEC: there is no file " + folder.resolve("no.json") + "."),
        Commands.run("analyze", folder.resolve("no.json").toString(), "--data", data()).problems());
  }

  @Test
  void mistypedEventNamesAreRefusedWithTheNearest() throws IOException {
    Path file = csv("a.csv", "customer,event,time\nann,catalog,2024-01-01\nann,cart,2024-01-02\n");
    Commands.run("import", file.toString(), "--data", data()).json();
    assertEquals(
        List.of("steps[0]: the data has no event named 'catalogue'. Did you mean 'catalog'?"),
        Commands.ask(
                Path.of(data()), "{\"analysis\":\"funnel\",\"steps\":[\"catalogue\",\"cart\"]}")
            .problems());
  }

  @Test
  void mistypedPropertyNamesAreRefusedWithTheNearest() throws IOException {
    Path file = csv("a.csv", "customer,event,time,platform\nann,catalog,2024-01-01,mobile\n");
    Commands.run("import", file.toString(), "--data", data()).json();
    assertEquals(
        List.of(
            "filter.events.properties.plattform: no event has a property named 'plattform'."
                + " Did you mean 'platform'?"),
        Commands.ask(
                Path.of(data()),
                "{\"analysis\":\"summary\",\"filter\":{\"events\":{\"properties\":"
                    + "{\"plattform\":{\"eq\":\"mobile\"}}}}}")
            .problems());
  }

  @Test
  void mistypedEventNamesAreToldTogetherWithEveryOtherFault() throws IOException {
    Path file = csv("a.csv", "customer,event,time\nann,catalog,2024-01-01\nann,cart,2024-01-02\n");
    Commands.run("import", file.toString(), "--data", data()).json();
    assertEquals(
        List.of(
            "timeZone: 'Europe/Berln' is not a time zone such as Europe/Berlin or UTC."
                + " Did you mean 'Europe/Berlin'?",
            "steps[1]: must be an event name or {\"anyOf\": [names]}, but it is the number 7.",
            "window: 'soon' is not a duration; write an ISO-8601 duration such as PT30M, PT1H or"
                + " P7D.",
            "unit: 'account' is not one of: customer.",
            "filter.events.name.in: the data has no event named 'crat'. Did you mean 'cart'?",
            "steps[2]: the data has no event named 'catalogue'. Did you mean 'catalog'?"),
        Commands.ask(
                Path.of(data()),
                "{\"analysis\":\"funnel\",\"steps\":[\"cart\",7,\"catalogue\"],"
                    + "\"window\":\"soon\",\"unit\":\"account\",\"timeZone\":\"Europe/Berln\","
                    + "\"filter\":{\"events\":{\"name\":{\"in\":[\"crat\",\"cart\"]}}}}")
            .problems());
    assertEquals(
        List.of(
            "stages.B: must be a list, but it is a text.",
            "stages.A: the data has no event named 'catalogue'. Did you mean 'catalog'?"),
        Commands.ask(
                Path.of(data()),
                "{\"analysis\":\"dwell\",\"stages\":{\"A\":[\"catalogue\"],\"B\":\"cart\"}}")
            .problems());
  }

  @Test
  void anUnknownAnalysisDoesNotHideTheOtherFaults() {
    List<String> problems =
        Commands.ask(
                Path.of(data()),
                "{\"analysis\":\"fnnel\",\"timeZone\":\"Mars\",\"during\":{\"from\":\"soon\"}}")
            .problems();
    assertEquals(3, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("analysis: 'fnnel'"), problems.get(0));
    assertFalse(Files.exists(Path.of(data())), "a question that cannot be asked makes nothing");
  }

  @Test
  void whatIsNotOneJsonObjectIsToldWithoutTheWordsOfAParser() {
    assertEquals(
        List.of(
            "the spec is not JSON: it is nested more than 500 levels deep; make it flatter",
            "the spec is not JSON: line 1, column 24: something follows the first JSON value; leave"
                + " it out"),
        List.of(
            Commands.ask(Path.of(data()), "{\"a\":" + "[".repeat(32_768) + "]".repeat(32_768) + "}")
                .problems()
                .getFirst(),
            Commands.ask(Path.of(data()), "{\"analysis\":\"summary\"} {}").problems().getFirst()));
  }

  @Test
  void aDirectoryThatCannotHoldAnInstallationIsRefused() throws IOException {
    Path file = csv("file", "x");
    assertTrue(
        Commands.run("doctor", "--data", file.toString())
            .problems()
            .getFirst()
            .contains("is a file; name a directory"));
    assertTrue(
        Commands.run("doctor", "--data", folder.resolve("x".repeat(300)).toString())
            .problems()
            .getFirst()
            .contains(" cannot be made ("));
    Path newer = Files.createDirectories(folder.resolve("newer"));
    Files.writeString(newer.resolve("layout"), "99\n");
    assertTrue(
        Commands.run("doctor", "--data", newer.toString())
            .problems()
            .getFirst()
            .contains("has layout '99'"));
    assertTrue(
        Commands.run("doctor", "--data", data(), "--workspace", "No Name")
            .problems()
            .getFirst()
            .startsWith("--workspace: 'No Name'"));
  }

  @Test
  void mapsAreRefusedWithEveryFaultAndPicturesOfUnknownKinds() throws IOException {
    Path map = csv("map.json", "{\"title\":7}");
    assertFalse(
        Commands.run("map", "check", map.toString(), "--data", data()).problems().isEmpty());
    List<String> problems =
        Commands.run("map", "render", map.toString(), "-o", "map.bmp", "--theme", "pink")
            .problems();
    assertEquals(2, problems.size(), problems.toString());
    assertEquals(
        List.of(
            "--page: 'A4' is not one of: FIT, A3",
            "--page: is for PDF; end the file in .pdf or leave it out."),
        List.of(
            Commands.run("map", "render", map.toString(), "-o", "m.pdf", "--page", "A4")
                .problems()
                .getFirst(),
            Commands.run("map", "render", map.toString(), "-o", "m.png", "--page", "A3")
                .problems()
                .getFirst()));
  }
}
