package dev.sojourn.server.evidence.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Journeys of which the true map is known.
///
/// @param file the name of the file they came from
/// @param paths the journeys
/// @param truth the true map of each journey, in the same order
public record LabelledJourneys(String file, List<List<String>> paths, List<List<String>> truth) {

  private static final String BETWEEN = "__\\+__";

  /// Reads a file with the columns `trace_id`, `activities` and `g`, in the order of its rows.
  ///
  /// @throws IllegalArgumentException when a column is missing
  public static LabelledJourneys read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = lines.isEmpty() ? List.of() : fields(lines.getFirst());
    int trace = column(file, header, "trace_id");
    int activity = column(file, header, "activities");
    int truth = column(file, header, "g");
    Map<String, List<String>> paths = new LinkedHashMap<>();
    Map<String, List<String>> truths = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.isBlank()) {
        continue;
      }
      List<String> row = fields(line);
      paths.computeIfAbsent(row.get(trace), k -> new ArrayList<>()).add(row.get(activity));
      truths.putIfAbsent(row.get(trace), List.of(row.get(truth).split(BETWEEN, -1)));
    }
    Path name = file.getFileName();
    return new LabelledJourneys(
        name == null ? "" : name.toString(),
        List.copyOf(paths.values()),
        List.copyOf(truths.values()));
  }

  private static int column(Path file, List<String> header, String name) {
    int at = header.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          file + " has no column '" + name + "'; its columns are: " + String.join(", ", header));
    }
    return at;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
