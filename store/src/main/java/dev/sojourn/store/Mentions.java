package dev.sojourn.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Finds and removes what text files say about one customer.
///
/// A line mentions the customer when the identifier stands in it as a word of its own: with neither
/// a letter nor a digit beside it, so that customer 7 is not found in 17. The identifier is looked
/// for as it stands, as JSON writes it and as CSV quotes it.
final class Mentions {

  private final List<String> forms;

  Mentions(String identifier) {
    String json = new JsonMapper().writeValueAsString(identifier);
    forms =
        Stream.of(
                identifier, json.substring(1, json.length() - 1), identifier.replace("\"", "\"\""))
            .distinct()
            .toList();
  }

  boolean in(String line) {
    for (String form : forms) {
      for (int at = line.indexOf(form); at >= 0; at = line.indexOf(form, at + 1)) {
        int end = at + form.length();
        boolean before = at > 0 && Character.isLetterOrDigit(line.codePointBefore(at));
        boolean after = end < line.length() && Character.isLetterOrDigit(line.codePointAt(end));
        if (!before && !after) {
          return true;
        }
      }
    }
    return false;
  }

  boolean in(Path file) throws IOException {
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (in(line)) {
          return true;
        }
      }
      return false;
    }
  }

  /// Removes the lines that mention the customer; a file without any is not touched.
  ///
  /// @return how many lines
  long removeLines(Path file) throws IOException {
    if (!in(file)) {
      return 0;
    }
    Path rewritten = file.resolveSibling(file.getFileName() + ".tmp");
    long removed = 0;
    try (BufferedReader lines = open(file);
        BufferedWriter out = Files.newBufferedWriter(rewritten)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (in(line)) {
          removed++;
        } else {
          out.write(line);
          out.write('\n');
        }
      }
    }
    Files.move(
        rewritten, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return removed;
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }
}
