package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.PropertyColumn.Kind;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.io.JsonStringEncoder;

/// Events as JSON Lines: the members of [ExportColumns], null where there is nothing, then the
/// properties that the event has.
final class JsonlWriter implements EventFileWriter {

  private final ExportFile file;

  JsonlWriter(Path path) throws IOException {
    this.file = new ExportFile(path);
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int event = 0; event < batch.size(); event++) {
      line.setLength(0);
      for (Role role : Role.values()) {
        line.append(role.ordinal() == 0 ? '{' : ',');
        quoted(line, ExportColumns.of(role)).append(':');
        String text = ExportFile.text(batch, event, role);
        if (text == null || role == Role.ORDER) {
          line.append(text);
        } else {
          quoted(line, text);
        }
      }
      for (PropertyColumn property : batch.properties()) {
        String text = property.values().text(event);
        if (text != null) {
          quoted(line.append(','), ExportColumns.ofProperty(property.name())).append(':');
          if (property.kind() == Kind.TEXT) {
            quoted(line, text);
          } else {
            line.append(text);
          }
        }
      }
      file.write(line.append("}\n").toString());
    }
  }

  private static StringBuilder quoted(StringBuilder line, String text) {
    line.append('"');
    return line.append(JsonStringEncoder.getInstance().quoteAsCharArray(text)).append('"');
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
