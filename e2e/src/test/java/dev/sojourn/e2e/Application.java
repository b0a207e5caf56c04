package dev.sojourn.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged application as a process of its own, so that it can be killed.
final class Application implements AutoCloseable {

  private static final Path ROOT = Path.of(System.getProperty("sojourn.root"));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path data;
  private Path jar = ROOT.resolve("server/target/app/sojourn.jar");
  private Process process;
  private String address;

  private final List<String> before;

  private Application(Path data, List<String> before) {
    this.data = data;
    this.before = before;
  }

  /// Starts `demo` or `serve` over a directory, on a free port.
  static Application start(String command, Path data) {
    return start(command, data, List.of());
  }

  /// Starts it with words before its own, which decide in what surroundings it runs.
  static Application start(String command, Path data, List<String> before) {
    Application application = new Application(data, before);
    application.start(command, 0);
    return application;
  }

  private void start(String command, int port) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "There is no " + jar + "; run ./build stories, which packages it.");
    }
    List<String> words = new ArrayList<>(before);
    words.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString(),
            command,
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port)));
    try {
      process =
          new ProcessBuilder(words)
              .redirectError(data.resolveSibling(data.getFileName() + ".err").toFile())
              .start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      StringBuilder said = new StringBuilder();
      String line = out.readLine();
      while (line != null && !line.equals("}")) {
        said.append(line);
        line = out.readLine();
      }
      if (line == null) {
        throw new IllegalStateException(
            "The application did not start: "
                + Files.readString(data.resolveSibling(data.getFileName() + ".err")));
      }
      JsonNode answer = JSON.readTree(said.append('}').toString());
      address = answer.get("address").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it listens, with a slash at the end.
  String address() {
    return address;
  }

  /// The number of its process.
  long pid() {
    return process.pid();
  }

  /// Ends it without a word, as a power cut would.
  void kill() {
    process.destroyForcibly();
    await();
  }

  /// Starts it again on the same port.
  void startAgain(String command) {
    start(command, java.net.URI.create(address).getPort());
  }

  /// Ends it, and starts another build of it on the same port.
  void replaceBy(Path otherJar) {
    kill();
    jar = otherJar;
    startAgain("serve");
  }

  private void await() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    await();
  }
}
