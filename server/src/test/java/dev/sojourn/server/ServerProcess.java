package dev.sojourn.server;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sojourn.server.commandline.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// The real server as a process of its own, which can be killed.
public final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final String address;

  private ServerProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /// The command line of a process of its own, as people start it.
  public static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// Starts a server on a free port and waits until it listens.
  ///
  /// @param data its directory
  public static ServerProcess on(Path data) throws IOException {
    Path errors = data.resolveSibling(data.getFileName() + ".errors");
    Process process =
        new ProcessBuilder(command("serve", "--data", data.toString(), "--port", "0"))
            .redirectError(errors.toFile())
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder answer = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      answer.append(line);
      if (answer.toString().strip().endsWith("}")) {
        break;
      }
    }
    assertFalse(answer.isEmpty(), Files.readString(errors));
    String address = new JsonMapper().readTree(answer.toString()).get("address").asString();
    return new ServerProcess(process, address.substring(0, address.length() - 1));
  }

  /// Where it listens, without a slash at the end.
  public String address() {
    return address;
  }

  /// Ends it as a power cut of the process would: SIGKILL.
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
