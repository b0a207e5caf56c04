package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.insight.JsonForm;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object that is named on the command line, as a file or as `-` for the standard input.
final class JsonInput {

  private final String parameter;
  private final String what;
  private @Nullable Path file;

  /// @param parameter the name of the argument in help and problems
  /// @param what how to call the content in a sentence
  JsonInput(String parameter, String what) {
    this.parameter = parameter;
    this.what = what;
  }

  void check(@Nullable String argument, Problems problems) {
    if (argument == null || argument.isEmpty()) {
      problems.add(parameter, "is missing; name a JSON file, or - for the standard input.");
    } else if (!argument.equals("-")) {
      file = DataOptions.path(parameter, argument, problems);
      if (file != null && !Files.isRegularFile(file) && !Files.isReadable(file)) {
        problems.add(parameter, "there is no file " + file + ".");
      } else if (file != null && Files.isDirectory(file)) {
        problems.add(parameter, file + " is a directory; name a JSON file.");
      }
    }
  }

  /// The bytes of the content.
  byte[] bytes(Surroundings surroundings) throws IOException {
    Path named = file;
    if (named == null) {
      return surroundings.in().readAllBytes();
    }
    try {
      return Files.readAllBytes(named);
    } catch (NoSuchFileException e) {
      throw new RefusedException(parameter, "there is no file " + named + ".");
    } catch (AccessDeniedException e) {
      throw new RefusedException(parameter, "this process may not read " + named + ".");
    }
  }

  /// The object.
  ///
  /// @throws RefusedException when it is not JSON, or not an object
  ObjectNode read(Surroundings surroundings) throws IOException {
    return JsonForm.readObject(what, bytes(surroundings));
  }
}
