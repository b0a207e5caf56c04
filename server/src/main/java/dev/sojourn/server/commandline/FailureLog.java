package dev.sojourn.server.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Keeps what went wrong on our side, under an id that the person gets.
final class FailureLog {

  private final @Nullable Path data;
  private final Surroundings surroundings;

  FailureLog(@Nullable Path data, Surroundings surroundings) {
    this.data = data;
    this.surroundings = surroundings;
  }

  /// Notes a failure and tells the person its id.
  ///
  /// @return the exit code
  int note(Throwable failure) {
    String id = "F-" + HexFormat.of().toHexDigits(surroundings.random().nextInt());
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    String entry = id + " " + surroundings.clock().instant() + "\n" + text + "\n";
    Path folder =
        data == null ? Path.of(System.getProperty("java.io.tmpdir")) : data.resolve("logs");
    Path file = folder.resolve("failures.log");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      surroundings
          .err()
          .println(
              "Something went wrong on our side, and nothing that was stored is lost: "
                  + sentence(failure)
                  + " Look for "
                  + id
                  + " in "
                  + file.toAbsolutePath()
                  + ".");
    } catch (IOException e) {
      surroundings
          .err()
          .println(
              "Something went wrong on our side ("
                  + id
                  + ") and could not be noted in "
                  + file.toAbsolutePath()
                  + ": "
                  + sentence(failure));
    }
    surroundings.err().flush();
    return SojournCommandLine.OURS;
  }

  private static String sentence(Throwable failure) {
    String message = failure.getMessage();
    String text =
        message == null || message.isBlank()
            ? failure.getClass().getSimpleName()
            : message.lines().findFirst().orElse("");
    return text.endsWith(".") ? text : text + ".";
  }
}
