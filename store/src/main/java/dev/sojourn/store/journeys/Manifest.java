package dev.sojourn.store.journeys;

import dev.sojourn.store.journeys.column.DamagedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Says which files are a generation. Files are named without their ending.
///
/// @param number grows from generation to generation; no file name is used twice
/// @param lineage the log that the files come from
/// @param sequence one more than the last sequence number of the log that they show
/// @param vocabulary the file of the vocabulary
/// @param identity the file of the merged persons
/// @param partitions in the order of the leading bits of the hash; a power of two of them
record Manifest(
    long number,
    String lineage,
    long sequence,
    String vocabulary,
    String identity,
    List<Entry> partitions) {

  /// The files of a partition.
  ///
  /// @param base most units
  /// @param delta units that changed since, which replace those of the base; null when there are
  ///   none
  record Entry(String base, @Nullable String delta) {}

  private static final String HEAD = "sojourn journeys 1";

  Manifest {
    partitions = List.copyOf(partitions);
  }

  /// How many leading bits of the hash choose the partition.
  int bits() {
    return Integer.numberOfTrailingZeros(partitions.size());
  }

  /// The names of all files, without their endings.
  List<String> files() {
    List<String> files = new ArrayList<>(List.of(vocabulary, identity));
    for (Entry entry : partitions) {
      files.add(entry.base());
      if (entry.delta() != null) {
        files.add(entry.delta());
      }
    }
    return files;
  }

  /// The lines of the file: a word and its values each, the checksum of all others last.
  String text() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    text.append("number ").append(number).append('\n');
    text.append("lineage ").append(lineage).append('\n');
    text.append("sequence ").append(sequence).append('\n');
    text.append("vocabulary ").append(vocabulary).append('\n');
    text.append("identity ").append(identity).append('\n');
    for (Entry entry : partitions) {
      text.append("partition ").append(entry.base()).append(' ');
      text.append(entry.delta() == null ? "-" : entry.delta()).append('\n');
    }
    String lines = text.toString();
    return lines + "checksum " + checksum(lines) + "\n";
  }

  private static String checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  /// Reads the lines.
  ///
  /// @param file where they come from, for the message
  static Manifest parse(byte[] bytes, Path file) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int last = text.lastIndexOf("checksum ");
    if (!text.startsWith(HEAD + "\n")
        || last < 0
        || !text.substring(last).equals("checksum " + checksum(text.substring(0, last)) + "\n")) {
      throw new DamagedFileException(file, "does not match its checksum");
    }
    List<String> lines = text.substring(0, last).lines().toList();
    List<Entry> partitions = new ArrayList<>();
    for (String line : lines.subList(6, lines.size())) {
      List<String> words = List.of(line.split(" ", -1));
      partitions.add(new Entry(words.get(1), words.get(2).equals("-") ? null : words.get(2)));
    }
    return new Manifest(
        Long.parseLong(value(lines.get(1))),
        value(lines.get(2)),
        Long.parseLong(value(lines.get(3))),
        value(lines.get(4)),
        value(lines.get(5)),
        partitions);
  }

  private static String value(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }
}
