package dev.sojourn.server.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs the real commands in this process, with captured streams.
final class Commands {

  static final JsonMapper JSON = new JsonMapper();

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private Commands() {}

  /// What a command line left behind.
  record Ran(int code, String out, String err) {

    /// The answer of a command that was done; fails otherwise.
    ObjectNode json() {
      assertEquals(0, code, err);
      assertEquals("", err);
      return (ObjectNode) JSON.readTree(out);
    }

    /// The lines of a refusal; fails when it was none.
    List<String> problems() {
      assertEquals(2, code, out + err);
      assertEquals("", out);
      return err.lines().toList();
    }
  }

  static Ran run(String... arguments) {
    return run(() -> false, "", arguments);
  }

  static Ran run(BooleanSupplier cancelled, String in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new SojournCommandLine(
                new Surroundings(
                    new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    InstantSource.fixed(NOW),
                    new Random(7),
                    cancelled))
            .run(arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Ran ask(Path data, String spec) {
    return run(() -> false, spec, "analyze", "-", "--data", data.toString());
  }

  static ObjectNode answer(Path data, String spec) {
    return ask(data, spec).json();
  }

  /// Whether the reference data and answers are part of this run.
  static boolean withoutReference() {
    return !Files.isDirectory(reference());
  }

  static Path reference() {
    return Path.of(System.getProperty("sojourn.reference"));
  }

  static JsonNode oracle(String name) throws IOException {
    return JSON.readTree(Files.readAllBytes(reference().resolve("oracles").resolve(name)));
  }

  static String data(String name) {
    return reference().resolve("data").resolve(name).toString();
  }
}
