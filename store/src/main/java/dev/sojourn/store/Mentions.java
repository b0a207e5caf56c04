package dev.sojourn.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/// Finds and removes what text files say about one customer.
///
/// A line mentions the customer when the identifier stands in it as a word of its own: with neither
/// a letter nor a digit beside it, so that customer 7 is not found in 17. The identifier is looked
/// for as it stands, as JSON writes it and as CSV quotes it.
public final class Mentions {

  private static final String GONE = "[…]";

  private final String identifier;
  private final List<String> forms;

  /// @param identifier verbatim
  public Mentions(String identifier) {
    this.identifier = identifier;
    String json = new JsonMapper().writeValueAsString(identifier);
    forms =
        Stream.of(
                identifier, json.substring(1, json.length() - 1), identifier.replace("\"", "\"\""))
            .distinct()
            .toList();
  }

  /// Whether a line mentions the customer.
  public boolean in(String line) {
    return forms.stream().anyMatch(form -> next(line, form, 0) >= 0);
  }

  /// A text without the identifier, in the form in which people read it.
  public String takenOutOf(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = next(text, identifier, 0); at >= 0; at = next(text, identifier, from)) {
      out.append(text, from, at).append(GONE);
      from = at + identifier.length();
    }
    return from == 0 ? text : out.append(text, from, text.length()).toString();
  }

  /// The next place where a form stands as a word of its own; -1 when there is none.
  private static int next(String line, String form, int from) {
    for (int at = line.indexOf(form, from); at >= 0; at = line.indexOf(form, at + 1)) {
      int end = at + form.length();
      boolean before = at > 0 && Character.isLetterOrDigit(line.codePointBefore(at));
      boolean after = end < line.length() && Character.isLetterOrDigit(line.codePointAt(end));
      if (!before && !after) {
        return at;
      }
    }
    return -1;
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

  /// As [#removeLines(Path)] for a log that somebody may be writing to: the file stays the same
  /// one. A packed one that mentions the customer is removed whole.
  ///
  /// @return how many lines, or one for a whole file
  long removeFromLog(Path file) throws IOException {
    if (file.toString().endsWith(".gz")) {
      try (BufferedReader lines = read(new GZIPInputStream(Files.newInputStream(file)))) {
        if (lines.lines().noneMatch(this::in)) {
          return 0;
        }
      }
      Files.delete(file);
      return 1;
    }
    if (!in(file)) {
      return 0;
    }
    List<String> kept;
    long all;
    try (BufferedReader lines = open(file)) {
      List<String> read = lines.lines().toList();
      all = read.size();
      kept = read.stream().filter(line -> !in(line)).toList();
    }
    Files.write(file, kept);
    return all - kept.size();
  }

  private static BufferedReader open(Path file) throws IOException {
    return read(Files.newInputStream(file));
  }

  private static BufferedReader read(InputStream bytes) {
    return new BufferedReader(
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }
}
