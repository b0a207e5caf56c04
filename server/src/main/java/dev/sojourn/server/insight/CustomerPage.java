package dev.sojourn.server.insight;

import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.UnitPage.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of customers, and where they go next; `docs/concepts/semantics-customers-inside.md`.
///
/// @param total how many there are in all
/// @param next the cursor of the next page; null at the end
/// @param after customers by the touchpoint that directly follows, most first
/// @param nothingAfter customers of whom nothing follows
/// @param lasts customers by their last touchpoint, most first
public record CustomerPage(
    long total,
    List<CustomerLine> customers,
    @Nullable String next,
    List<Inside.Tally> after,
    long nothingAfter,
    List<Inside.Tally> lasts) {

  /// A customer on the page, described by the events that the question sees.
  ///
  /// @param last the touchpoint of the last one
  public record CustomerLine(
      String id,
      long events,
      @Nullable Instant firstTime,
      @Nullable Instant lastTime,
      String last) {}

  /// The page of what was found.
  public static CustomerPage of(Inside inside) {
    return new CustomerPage(
        inside.total(),
        inside.units().stream()
            .map(u -> new CustomerLine(u.id(), u.events(), u.firstTime(), u.lastTime(), u.last()))
            .toList(),
        cursor(inside.next()),
        inside.after(),
        inside.nothingAfter(),
        inside.lasts());
  }

  private static @Nullable String cursor(@Nullable Position position) {
    if (position == null) {
      return null;
    }
    String text = (position.lastTime() == null ? "" : position.lastTime()) + "\n" + position.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The position that a cursor stands for; null for null.
  ///
  /// @throws RefusedException when it is none that was given
  public static @Nullable Position position(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      if (end >= 0) {
        return new Position(
            end == 0 ? null : Instant.parse(text.substring(0, end)), text.substring(end + 1));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw noCursor();
    }
    throw noCursor();
  }

  private static RefusedException noCursor() {
    return new RefusedException(
        "cursor", "is none that was given as 'next'; leave it out to begin at the start.");
  }
}
