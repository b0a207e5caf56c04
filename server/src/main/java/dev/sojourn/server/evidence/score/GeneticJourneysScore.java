package dev.sojourn.server.evidence.score;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges discovery on files of journeys with known truth and prints one JSON object: every file,
/// the means, and the means by noise level (the number behind the dash of the file name: 1 none, 2
/// and 3 more).
public final class GeneticJourneysScore {

  private static final Pattern LEVEL = Pattern.compile(".*-(\\d+)\\.csv");

  private GeneticJourneysScore() {}

  /// Takes one path: a file, or a folder of `*.csv`. Exits 2 with a sentence when there is nothing
  /// to judge there.
  public static void main(String[] args) throws IOException {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
    if (args.length != 1 || !Files.exists(Path.of(args[0]))) {
      err.println("score genetic-cjms takes one path, of a CSV file or of a folder of them.");
      return 2;
    }
    List<Path> files = files(Path.of(args[0]));
    if (files.isEmpty()) {
      err.println("There is no *.csv in " + args[0] + ".");
      return 2;
    }
    List<DraftScore> scores = new ArrayList<>();
    for (Path file : files) {
      scores.add(DraftScore.of(LabelledJourneys.read(file)));
    }
    out.println(json(scores));
    return 0;
  }

  private static List<Path> files(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    }
  }

  static String json(List<DraftScore> scores) {
    Map<String, List<DraftScore>> byLevel = new TreeMap<>();
    for (DraftScore score : scores) {
      Matcher level = LEVEL.matcher(score.file());
      byLevel
          .computeIfAbsent(level.matches() ? level.group(1) : "", k -> new ArrayList<>())
          .add(score);
    }
    return "{\"score\":\"genetic-cjms\",\"files\":["
        + scores.stream().map(DraftScore::json).collect(Collectors.joining(","))
        + "],\"mean\":{"
        + DraftScore.meansJson(scores)
        + "},\"byNoise\":["
        + byLevel.entrySet().stream()
            .map(e ->
                "{\"level\":\"" + e.getKey() + "\"," + DraftScore.meansJson(e.getValue()) + "}")
            .collect(Collectors.joining(","))
        + "]}";
  }
}
