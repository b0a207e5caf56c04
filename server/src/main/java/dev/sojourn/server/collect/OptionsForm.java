package dev.sojourn.server.collect;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.files.FileFormat;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.files.PropertyChoice;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How files are to be read, as a page asks for it; what is null is found by looking into the file.
///
/// @param properties the other columns to keep; null for all, none when empty
public record OptionsForm(
    @Nullable String customer,
    @Nullable String event,
    @Nullable String time,
    @Nullable String order,
    @Nullable String timeFormat,
    @Nullable String timeZone,
    @Nullable String eventId,
    @Nullable String channel,
    @Nullable String channelValue,
    @Nullable List<String> properties,
    @Nullable List<String> dropEvents,
    @Nullable String encoding,
    @Nullable String format) {

  /// Nothing is said.
  public static final OptionsForm NONE =
      new OptionsForm(null, null, null, null, null, null, null, null, null, null, null, null, null);

  /// The same as options of an import.
  ///
  /// @throws RefusedException with everything that is wrong
  public ImportOptions options() {
    Problems problems = new Problems();
    if (time != null && order != null) {
      problems.add("order", "a file is read by its time or by an order; take one of the two away.");
    }
    if (channel != null && channelValue != null) {
      problems.add(
          "channelValue", "the channel is a column or one for all rows; take one of the two away.");
    }
    FileFormat read =
        format == null
            ? FileFormat.AUTO
            : gathered(problems, "format", () -> FileFormat.named(format));
    var zone =
        timeZone == null
            ? ZoneOffset.UTC
            : gathered(problems, "timeZone", () -> ImportOptions.zoneNamed(timeZone));
    var charset =
        encoding == null
            ? null
            : gathered(problems, "encoding", () -> ImportOptions.encodingNamed(encoding));
    problems.refuse();
    return new ImportOptions(
        read == null ? FileFormat.AUTO : read,
        customer,
        event,
        time,
        order,
        timeFormat,
        zone == null ? ZoneOffset.UTC : zone,
        eventId,
        channel,
        channelValue,
        choice(),
        dropEvents == null ? Set.of() : Set.copyOf(dropEvents),
        charset);
  }

  private PropertyChoice choice() {
    if (properties == null) {
      return new PropertyChoice.All();
    }
    return properties.isEmpty() ? new PropertyChoice.None() : new PropertyChoice.Named(properties);
  }

  private static <T> @Nullable T gathered(Problems problems, String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (RefusedException e) {
      e.problems().forEach(problem -> problems.add(field, problem.message() + "."));
      return null;
    }
  }
}
