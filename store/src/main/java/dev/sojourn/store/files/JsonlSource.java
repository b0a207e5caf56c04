package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn.Kind;
import dev.sojourn.store.files.bytes.UnpackedInput;
import dev.sojourn.store.files.bytes.Utf8;
import dev.sojourn.store.files.bytes.Utf8Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Events in JSON Lines: one object a line, one event; its members are the columns.
final class JsonlSource implements EventSource {

  private static final int HEAD = 1 << 20;

  private final UnpackedInput input;
  private final Utf8Input text;
  private final LineScanner scanner;
  private final FileFacts facts;
  private final EventRows rows;
  private final RowProperties properties;
  private final JsonRow json = new JsonRow();
  private final RowCells cells = new RowCells();
  private final RowText rowText;
  private final Map<String, List<Role>> roleOf = new HashMap<>();
  private final boolean ours;

  private JsonlSource(
      UnpackedInput input,
      Utf8Input text,
      ImportOptions options,
      Instant now,
      RejectedRows sink,
      FileLook look)
      throws IOException {
    this.input = input;
    this.text = text;
    byte[] head = text.peek(HEAD);
    Sample sample = sample(head, head.length < HEAD);
    Roles roles = RoleDecision.decide(options, sample, Set.of(), look);
    String order = roles.column(Role.ORDER);
    OrderNumbers orders = OrderNumbers.of(order == null ? List.of() : sample.values(order));
    ours = ExportColumns.headThis(sample.columns());
    for (Role role : Role.values()) {
      String column = roles.column(role);
      if (column != null) {
        roleOf.computeIfAbsent(column, c -> new ArrayList<>()).add(role);
      }
    }
    rows = new EventRows(options, roles, orders, now, sink);
    properties = new RowProperties(options.properties());
    scanner = new LineScanner(text);
    rowText = scanner::text;
    facts =
        new FileFacts(
            FileFormat.JSONL,
            input.isGzip(),
            roles.labelled(),
            options.timeZone(),
            sample.columns(),
            List.of());
  }

  static JsonlSource open(
      UnpackedInput input,
      Utf8Input text,
      ImportOptions options,
      Instant now,
      RejectedRows sink,
      FileLook look)
      throws IOException {
    return new JsonlSource(input, text, options, now, sink, look);
  }

  /// The members of the first lines as columns, in the order in which they first come.
  private static Sample sample(byte[] head, boolean whole) throws IOException {
    LineScanner lines = new LineScanner(new ByteArrayInputStream(head));
    JsonRow json = new JsonRow();
    Map<String, Integer> columns = new LinkedHashMap<>();
    List<Map<Integer, String>> found = new ArrayList<>();
    LineScanner.Line line = lines.next();
    while (line != LineScanner.Line.END && found.size() < Sample.ROWS) {
      boolean complete = whole || lines.endsWithLine();
      if (complete && json.read(lines.bytes(), lines.from(), lines.to())) {
        Map<Integer, String> row = new HashMap<>();
        for (int m = 0; m < json.size() && columns.size() < RowProperties.MAX_COLUMNS * 2; m++) {
          columns.putIfAbsent(json.name(m), columns.size());
          String value = json.text(m);
          if (value != null) {
            row.putIfAbsent(columns.getOrDefault(json.name(m), -1), value);
          }
        }
        found.add(row);
      }
      line = lines.next();
    }
    if (found.isEmpty()) {
      throw new RefusedException(
          "", "no line is a JSON object; write one object a line, closed on the same line");
    }
    List<@Nullable String[]> rows = new ArrayList<>();
    for (Map<Integer, String> row : found) {
      @Nullable String[] texts = new @Nullable String[columns.size()];
      row.forEach((column, value) -> texts[column] = value);
      rows.add(texts);
    }
    return new Sample(List.copyOf(columns.keySet()), rows);
  }

  @Override
  public FileFacts facts() {
    return facts;
  }

  @Override
  public EventRows rows() {
    return rows;
  }

  @Override
  public boolean fill(EventBatch batch) throws IOException {
    long bytes = 0;
    while (batch.size() < EventSource.batchRows(properties.columns()) && bytes < BATCH_BYTES) {
      LineScanner.Line line = scanner.next();
      if (line == LineScanner.Line.END || (!scanner.endsWithLine() && input.truncated())) {
        return false;
      }
      bytes += scanner.to() - scanner.from();
      if (line == LineScanner.Line.TOO_LONG) {
        rows.begin();
        rows.reject("", "the line is longer than 16 MiB; shorten its texts", rowText);
      } else if (!isBlank()) {
        take(batch);
      }
    }
    return true;
  }

  private boolean isBlank() {
    for (int i = scanner.from(); i < scanner.to(); i++) {
      if (scanner.bytes()[i] != ' ' && scanner.bytes()[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void take(EventBatch batch) throws IOException {
    rows.begin();
    int invalid = Utf8.firstInvalid(scanner.bytes(), scanner.from(), scanner.to());
    if (invalid >= 0) {
      rows.reject("", RowFaults.encoding(text, scanner.bytes()[invalid]), rowText);
      return;
    }
    if (!json.read(scanner.bytes(), scanner.from(), scanner.to())) {
      rows.reject("", json.fault(), rowText);
      return;
    }
    cells.clear();
    properties.clear();
    for (int m = 0; m < json.size(); m++) {
      String value = json.text(m);
      if (value != null) {
        member(json.name(m), json.kind(m), value);
      }
    }
    if (rows.admit(cells, rowText)) {
      properties.addTo(batch);
      rows.store(cells, batch);
    }
  }

  private void member(String name, Kind kind, String value) {
    List<Role> roles = roleOf.get(name);
    if (roles != null) {
      for (Role role : roles) {
        if (cells.isEmpty(role)) {
          cells.put(role, value.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    if (roles == null || properties.names(name)) {
      properties.put(ours ? ExportColumns.property(name) : name, kind, value);
    }
  }

  @Override
  public boolean cutShort() {
    return false;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
