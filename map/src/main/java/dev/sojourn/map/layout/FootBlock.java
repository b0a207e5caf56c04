package dev.sojourn.map.layout;

import dev.sojourn.map.layout.Scene.Span;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.Reality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays out the key to the marks and the lines at the foot: how well map and data agree, what the
/// numbers come from, which version it is.
final class FootBlock {

  private final Sheet sheet;
  private final String contentHash;
  private final Instant asOf;

  FootBlock(Sheet sheet, String contentHash, Instant asOf) {
    this.sheet = sheet;
    this.contentHash = contentHash;
    this.asOf = asOf;
  }

  /// Lays out the key; answers its height.
  double key(double top) {
    sheet.text(16, top + 24, "Evidence", Face.SANS, 12, Tone.INK_3);
    double x = sheet.left(0) + 10;
    double y = top + 12;
    Map<EvidenceLevel, Integer> counts = sheet.book.counts();
    for (EvidenceLevel level : EvidenceLevel.values()) {
      if (level == EvidenceLevel.INCONCLUSIVE && !counts.containsKey(level)) {
        // Its mark is that of too little data; where it does not occur it would only puzzle.
        continue;
      }
      double width = 20 + Face.SANS.width(level.word(), 12);
      if (x + width > sheet.right() - 8) {
        x = sheet.left(0) + 10;
        y += 22;
      }
      sheet.add(new Scene.Mark(level, x, y + 1, 14));
      sheet.text(x + 20, y + 12, level.word(), Face.SANS, 12, Tone.INK_2);
      x += width + 18;
    }
    return y + 28 - top;
  }

  /// Lays out the foot; answers its height.
  double foot(double top) {
    int under = sheet.items.size();
    double y = top + 8;
    y += sheet.wrapped(16, y, sheet.reading(), 18, summary());
    y +=
        sheet.wrapped(
            16, y, sheet.reading(), 18, List.of(new Span(origin(), Face.SANS, 12, Tone.INK_3)));
    double height = y + 8 - top;
    sheet.items.add(
        under, new Scene.Box(0, top, sheet.right(), height, 0, Tone.PAPER_2, 1, null, 0));
    return height;
  }

  private List<Span> summary() {
    List<Span> spans = new ArrayList<>();
    Reality reality = sheet.map.reality();
    if (reality != null && reality.fits() != null) {
      part(
          spans,
          "fits ",
          Numbers.share(reality.fits(), reality.customers()),
          " of " + Numbers.count(reality.customers()) + " journeys",
          Tone.INK_2);
    }
    Map<EvidenceLevel, Integer> counts = sheet.book.counts();
    int claims = sheet.map.claims().size();
    int assumed = counts.getOrDefault(EvidenceLevel.ASSUMED, 0);
    int contradicted = counts.getOrDefault(EvidenceLevel.CONTRADICTED, 0);
    if (claims > 0) {
      part(
          spans,
          "",
          Integer.toString(assumed),
          " of " + claims + (assumed == 1 ? " claims is an assumption" : " claims are assumptions"),
          Tone.INK_2);
    }
    if (contradicted > 0) {
      part(spans, "", Integer.toString(contradicted), " contradicted", Tone.ALARM_INK);
    }
    Optional<LocalDate> newest =
        sheet.book.newest().map(i -> LocalDate.ofInstant(i, ZoneOffset.UTC));
    part(
        spans,
        "",
        "",
        newest
            .map(day -> "evidence " + sheet.words.between(day) + " old")
            .orElse("no evidence yet"),
        Tone.INK_2);
    return spans;
  }

  private static void part(List<Span> spans, String before, String bold, String after, Tone tone) {
    Tone strong = tone == Tone.INK_2 ? Tone.INK : tone;
    String lead = (spans.isEmpty() ? "" : "  ·  ") + before;
    spans.add(new Span(lead, Face.SANS, 12, Tone.INK_2));
    spans.add(new Span(bold, Face.SANS_BOLD, 12, strong));
    spans.add(new Span(after, Face.SANS, 12, tone));
    spans.removeIf(s -> s.text().isEmpty());
  }

  private String origin() {
    List<String> parts = new ArrayList<>();
    Reality reality = sheet.map.reality();
    if (sheet.map.showsInventedData()) {
      parts.add("synthetic data: all numbers are invented");
    }
    if (reality != null && !reality.sources().isEmpty()) {
      parts.add("from " + Typesetter.clean(String.join(", ", reality.sources())));
    }
    parts.add("as of " + HeadBlock.day(asOf));
    parts.add("content " + contentHash.substring(0, Math.min(12, contentHash.length())));
    return String.join("  ·  ", parts);
  }
}
