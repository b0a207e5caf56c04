package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.files.bytes.UnpackedInput;
import dev.sojourn.store.files.bytes.Utf8Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Events in XES: customer is the trace's name, event its `concept:name`, time its
/// `time:timestamp`; all other attributes are properties, those of the trace with `case:` in front.
final class XesSource implements EventSource {

  private static final String NAME = "concept:name";
  private static final String TIME = "time:timestamp";
  private static final int HEAD = 1 << 18;

  private final UnpackedInput input;
  private final Utf8Input text;
  private final XesDocument document;
  private final Roles roles;
  private final FileFacts facts;
  private final EventRows rows;
  private final RowProperties properties;
  private final RowCells cells = new RowCells();
  private @Nullable XesEvent current;
  private final RowText rowText = () -> current == null ? "" : current.text();

  private XesSource(
      UnpackedInput input,
      Utf8Input text,
      ImportOptions options,
      Instant now,
      RejectedRows sink,
      FileLook look)
      throws IOException {
    this.input = input;
    this.text = text;
    String head = new String(text.peek(HEAD), StandardCharsets.UTF_8);
    boolean timed = !head.contains("<event") || head.contains(TIME);
    roles = roles(options, timed);
    roles
        .columns()
        .forEach((role, column) -> look.role(role, column, "XES says so for every file"));
    document = new XesDocument(text);
    rows = new EventRows(options, roles, OrderNumbers.of(List.of()), now, sink);
    properties = new RowProperties(options.properties());
    facts =
        new FileFacts(
            FileFormat.XES,
            input.isGzip(),
            roles.labelled(),
            options.timeZone(),
            List.copyOf(roles.labelled().values()),
            timed
                ? List.of()
                : List.of("the events have no time; they stand in the order of the document"));
  }

  static XesSource open(
      UnpackedInput input,
      Utf8Input text,
      ImportOptions options,
      Instant now,
      RejectedRows sink,
      FileLook look)
      throws IOException {
    return new XesSource(input, text, options, now, sink, look);
  }

  private static Roles roles(ImportOptions options, boolean timed) {
    if (options.channel() != null && options.channelValue() != null) {
      throw new RefusedException(
          "--channel-value", "--channel and --channel-value exclude each other; give one of them");
    }
    Map<Role, String> roles = new EnumMap<>(Role.class);
    roles.put(Role.CUSTOMER, Objects.requireNonNullElse(options.customer(), XesDocument.CUSTOMER));
    roles.put(Role.EVENT, Objects.requireNonNullElse(options.event(), NAME));
    if (options.time() != null || (timed && options.order() == null)) {
      roles.put(Role.TIME, Objects.requireNonNullElse(options.time(), TIME));
    } else {
      roles.put(Role.ORDER, Objects.requireNonNullElse(options.order(), Roles.ROW));
    }
    if (options.eventId() != null) {
      roles.put(Role.EVENT_ID, options.eventId());
    }
    if (options.channel() != null) {
      roles.put(Role.CHANNEL, options.channel());
    }
    return new Roles(roles);
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
      XesEvent event = document.next();
      if (event == null) {
        return false;
      }
      current = event;
      rows.begin();
      properties.clear();
      cells.clear();
      bytes += take(event.trace()) + take(event.event());
      if (rows.admit(cells, rowText)) {
        properties.addTo(batch);
        rows.store(cells, batch);
      }
    }
    return true;
  }

  /// Sorts attributes into cells of roles and properties; returns their size in characters.
  private long take(List<XesEvent.Attribute> attributes) {
    long size = 0;
    for (XesEvent.Attribute a : attributes) {
      size += a.value().length();
      boolean played = false;
      for (Role role : Role.values()) {
        if (a.key().equals(roles.column(role))) {
          played = true;
          if (cells.isEmpty(role)) {
            cells.put(role, a.value().getBytes(StandardCharsets.UTF_8));
          }
        }
      }
      if (!played || properties.names(a.key())) {
        properties.put(a.key(), a.kind(), a.value());
      }
    }
    return size;
  }

  @Override
  public boolean cutShort() {
    return document.cutShort() || input.truncated();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
