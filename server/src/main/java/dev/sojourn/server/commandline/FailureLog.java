package dev.sojourn.server.commandline;

import dev.sojourn.store.log.DamagedLogException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Keeps what went wrong on our side, under an id that the person gets.
///
/// It is kept in the directory of the data, where an erasure finds it. A command that has no
/// directory keeps nothing: what it says is all there is, so it also says where in the program.
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
    if (failure instanceof DamagedLogException) {
      // It says which file, where and what to do: nothing to look up, and nothing of ours to mend.
      surroundings.err().println(data + ": " + sentence(failure));
      surroundings.err().flush();
      return SojournCommandLine.REFUSED;
    }
    String id = "F-" + HexFormat.of().toHexDigits(surroundings.random().nextInt());
    if (data == null) {
      return say(
          "Something went wrong on our side ("
              + id
              + where(failure)
              + "), and nothing was changed: "
              + sentence(failure));
    }
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    String entry = id + " " + surroundings.clock().instant() + "\n" + text + "\n";
    Path file = data.resolve("logs").resolve("failures.log");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return say(
          "Something went wrong on our side, and nothing that was stored is lost: "
              + sentence(failure)
              + " Look for "
              + id
              + " in "
              + file.toAbsolutePath()
              + ".");
    } catch (IOException e) {
      return say(
          "Something went wrong on our side ("
              + id
              + where(failure)
              + ") and could not be noted in "
              + file.toAbsolutePath()
              + ": "
              + sentence(failure));
    }
  }

  private int say(String line) {
    surroundings.err().println(line);
    surroundings.err().flush();
    return SojournCommandLine.OURS;
  }

  private static String where(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : ", at " + trace[0];
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
