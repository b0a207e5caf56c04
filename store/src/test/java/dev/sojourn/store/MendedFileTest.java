package dev.sojourn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.store.ImportReport.FileReport;
import dev.sojourn.store.files.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of which rows were refused comes again, mended.
class MendedFileTest {

  private static final Set<Integer> BAD = Set.of(3, 1_500, 2_000);

  @TempDir private Path folder = Path.of("");

  private static List<String> rows(boolean mended) {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 2_000; i++) {
      String time = BAD.contains(i) && !mended ? "soon" : "2026-01-" + (10 + i % 20);
      rows.add("c" + i % 70 + "," + (i % 3 == 0 ? "buy" : "view") + "," + time + "," + i % 7);
    }
    return rows;
  }

  private Path file(String name, List<String> rows) throws IOException {
    return Files.writeString(
        folder.resolve(name), "customer,event,time,shop\n" + String.join("\n", rows) + "\n");
  }

  private FileReport take(Path file) throws IOException {
    try (Installation installation =
        Installation.open(folder.resolve("data"), InstantSource.system(), new Random(7))) {
      return installation
          .workspace(Installation.DEFAULT_WORKSPACE)
          .importFiles(List.of(file), ImportOptions.defaults(), ImportProgress.NONE)
          .files()
          .getFirst();
    }
  }

  private long events() throws IOException {
    try (Installation installation =
        Installation.open(folder.resolve("data"), InstantSource.system(), new Random(7))) {
      return installation.workspace(Installation.DEFAULT_WORKSPACE).sources().stream()
          .mapToLong(SourceContents::events)
          .sum();
    }
  }

  private static void assertCounts(long stored, long duplicates, long rejected, FileReport report) {
    assertEquals(
        List.of(stored, duplicates, rejected),
        List.of(report.stored(), report.duplicates(), report.rejected()),
        report.toString());
  }

  @Test
  void mendedRowsAreStoredAndTheOthersAreNotStoredAgain() throws IOException {
    FileReport first = take(file("orders.csv", rows(false)));
    assertCounts(1_997, 0, 3, first);
    FileReport second = take(file("orders mended.csv", rows(true)));
    assertCounts(3, 1_997, 0, second);
    assertEquals(first.source(), second.source());
    assertTrue(second.facts().notes().getFirst().contains("mended"), second.toString());
    assertCounts(0, 2_000, 0, take(file("orders mended.csv", rows(true))));
    assertCounts(0, 1_997, 3, take(file("orders.csv", rows(false))));
    assertEquals(2_000, events());
  }

  @Test
  void rowsMayBeMendedInTwoGoes() throws IOException {
    take(file("orders.csv", rows(false)));
    List<String> half = rows(false);
    half.set(2, rows(true).get(2));
    assertCounts(1, 1_997, 2, take(file("half.csv", half)));
    assertCounts(2, 1_998, 0, take(file("whole.csv", rows(true))));
    assertEquals(2_000, events());
  }

  @Test
  void refusedRowsThatWereTakenOutLeaveNothingToStore() throws IOException {
    take(file("orders.csv", rows(false)));
    List<String> without = rows(false);
    without.removeIf(row -> row.contains("soon"));
    assertCounts(0, 1_997, 0, take(file("orders.csv", without)));
    assertCounts(0, 1_997, 0, take(file("orders.csv", without)));
    assertCounts(3, 1_997, 0, take(file("orders.csv", rows(true))));
    assertEquals(2_000, events());
  }

  @Test
  void aFileThatDiffersInAnyGoodRowIsAnother() throws IOException {
    take(file("orders.csv", rows(false)));
    for (int changed : new int[] {0, 900, 1_400, 1_998}) {
      List<String> other = rows(true);
      other.set(changed, other.get(changed).replaceFirst("[0-9]$", "9"));
      assertCounts(2_000, 0, 0, take(file("orders.csv", other)));
    }
    List<String> longer = rows(true);
    longer.add("c1,view,2026-02-01,1");
    assertCounts(2_001, 0, 0, take(file("orders.csv", longer)));
  }

  @Test
  void twoFilesWithoutRefusedRowsAreTwoFiles() throws IOException {
    List<String> rows = rows(true);
    assertCounts(2_000, 0, 0, take(file("orders.csv", rows)));
    assertFalse(Files.exists(folder.resolve("data/workspaces/default/taken")));
    rows.set(0, rows.get(1));
    assertCounts(2_000, 0, 0, take(file("orders.csv", rows)));
  }
}
