package dev.sojourn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/// The figures of one benchmark: one Markdown table for people, JSON with every run for machines.
///
/// @param name of the benchmark
/// @param setting what was measured on what, one fact a line
/// @param rows one an entrant
record BenchReport(String name, List<String> setting, List<Row> rows) {

  /// What one entrant took.
  ///
  /// @param question what was asked
  /// @param entrant who answered
  /// @param perEvent how many events a run worked on
  /// @param ratio CPU of the peer over CPU of this product; 0 where there is nothing to compare
  /// @param note what a reader has to know to read the row
  record Row(
      String question,
      String entrant,
      long perEvent,
      Measured measured,
      double ratio,
      String note) {

    private String line() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %.2f | %.2f | %.2f | %s | %s |",
          question,
          entrant,
          measured.medianCpu() / perEvent * 1e9,
          measured.leastCpu() / perEvent * 1e9,
          measured.medianWall() / perEvent * 1e9,
          ratio == 0 ? "" : String.format(Locale.ROOT, "%.1f", ratio),
          note + (measured.isNoisy() ? " (noisy)" : ""));
    }
  }

  /// The report as Markdown.
  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("### " + name);
    lines.add("");
    setting.forEach(fact -> lines.add("- " + fact));
    lines.add("");
    lines.add(
        "| question | who | CPU ns/event, median | CPU ns/event, least | wall ns/event, median | CPU"
            + " of peer / ours | note |");
    lines.add("|---|---|---|---|---|---|---|");
    rows.forEach(row -> lines.add(row.line()));
    return String.join("\n", lines) + "\n";
  }

  /// Writes `name.md` and `name.json`.
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".md"), markdown());
    JsonMapper json = JsonMapper.builder().build();
    Files.write(
        folder.resolve(name + ".json"),
        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }
}
