package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Events as CSV: texts stand as they are, quoted where RFC 4180 asks for it, so that they come
/// back unchanged. A spreadsheet may take some of them for formulas; such a file is for programs.
final class CsvWriter implements EventFileWriter {

  private final ExportFile file;
  private final List<String> properties;

  CsvWriter(Path path, List<String> properties) throws IOException {
    this.file = new ExportFile(path);
    this.properties = List.copyOf(properties);
    List<String> header = new ArrayList<>(ExportColumns.names());
    properties.forEach(name -> header.add(ExportColumns.ofProperty(name)));
    for (int c = 0; c < header.size(); c++) {
      separate(c);
      text(header.get(c));
    }
    file.write('\n');
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    List<List<TextColumn>> columns = columns(batch);
    for (int event = 0; event < batch.size(); event++) {
      for (Role role : Role.values()) {
        separate(role.ordinal());
        String text = ExportFile.text(batch, event, role);
        if (text != null) {
          text(text);
        }
      }
      for (List<TextColumn> kinds : columns) {
        file.write(',');
        for (TextColumn values : kinds) {
          if (!values.isMissing(event)) {
            int entry = values.entry(event);
            bytes(values.bytes(), values.offset(entry), values.length(entry));
            break;
          }
        }
      }
      file.write('\n');
    }
  }

  /// The columns of each property, one a kind.
  private List<List<TextColumn>> columns(EventBatch batch) {
    List<List<TextColumn>> columns = new ArrayList<>();
    for (String name : properties) {
      columns.add(
          batch.properties().stream()
              .filter(p -> p.name().equals(name))
              .map(PropertyColumn::values)
              .toList());
    }
    return columns;
  }

  private void separate(int column) throws IOException {
    if (column > 0) {
      file.write(',');
    }
  }

  private void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes(utf8, 0, utf8.length);
  }

  private void bytes(byte[] from, int offset, int length) throws IOException {
    boolean quote = false;
    for (int i = offset; i < offset + length && !quote; i++) {
      quote = from[i] == ',' || from[i] == '"' || from[i] == '\n' || from[i] == '\r';
    }
    if (!quote) {
      file.write(from, offset, length);
      return;
    }
    file.write('"');
    for (int i = offset; i < offset + length; i++) {
      if (from[i] == '"') {
        file.write('"');
      }
      file.write(from, i, 1);
    }
    file.write('"');
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
