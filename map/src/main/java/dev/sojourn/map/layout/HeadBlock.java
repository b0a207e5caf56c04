package dev.sojourn.map.layout;

import dev.sojourn.map.layout.Scene.Span;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lays out the title block and the stage headings.
final class HeadBlock {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Sheet sheet;

  HeadBlock(Sheet sheet) {
    this.sheet = sheet;
  }

  /// Lays out title, personas and period; answers the height.
  double title() {
    JourneyMap map = sheet.map;
    double y = 18;
    y +=
        sheet.lines(
            16,
            y,
            Typesetter.wrap(map.title(), Face.SERIF, 28, sheet.reading(), 3),
            Face.SERIF,
            28,
            34,
            Tone.INK);
    if (map.scenario() != null) {
      y +=
          sheet.lines(
              16,
              y + 2,
              Typesetter.wrap(map.scenario(), Face.SERIF, 15, Math.min(860, sheet.reading()), 4),
              Face.SERIF,
              15,
              20,
              Tone.INK_2);
    }
    List<Span> spans = new ArrayList<>();
    for (Persona persona : map.personas()) {
      spans.add(
          new Span(
              (spans.isEmpty() ? "" : " ") + Typesetter.clean(persona.name()),
              Face.SERIF,
              16,
              Tone.INK));
      if (persona.tagline() != null) {
        spans.add(
            new Span(
                " " + Typesetter.clean(persona.tagline()) + "  ",
                Face.SERIF_ITALIC,
                16,
                Tone.INK_3));
      }
    }
    if (!spans.isEmpty()) {
      y += 4 + sheet.wrapped(16, y + 4, sheet.reading(), 22, spans);
    }
    y += 4;
    y +=
        sheet.wrapped(
            16, y, sheet.reading(), 18, List.of(new Span(facts(), Face.SANS, 12, Tone.INK_3)));
    return y + 14;
  }

  private String facts() {
    JourneyMap map = sheet.map;
    List<String> facts = new ArrayList<>();
    facts.add(words(map.mapType()));
    facts.add(words(map.status()));
    Reality reality = map.reality();
    if (reality != null) {
      facts.add(period(reality.from(), reality.to()));
      facts.add(
          Numbers.count(reality.customers())
              + (reality.customers() == 1 ? " customer" : " customers"));
    }
    if (map.showsInventedData()) {
      facts.add("synthetic data");
    }
    facts.removeIf(String::isEmpty);
    return String.join(" · ", facts);
  }

  /// A constant in words.
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// A half-open period in days, the last day inside.
  static String period(@Nullable Instant from, @Nullable Instant to) {
    String start = from == null ? "" : DAY.format(from);
    String end = to == null ? "" : DAY.format(to.minusNanos(1));
    if (start.isEmpty()) {
      return end.isEmpty() ? "" : "until " + end;
    }
    return end.isEmpty() ? "since " + start : start + " to " + end;
  }

  /// A day.
  static String day(Instant instant) {
    return DAY.format(instant);
  }

  /// Lays out the stage headings; answers the height.
  double stages(double top) {
    double bottom = top;
    for (int i = 0; i < sheet.stages(); i++) {
      Stage stage = sheet.map.stages().get(i);
      double x = sheet.left(i) + 10;
      double room = sheet.column - 20;
      double y = top + 10;
      y +=
          sheet.lines(
              x,
              y,
              Typesetter.wrap(stage.name(), Face.SERIF_BOLD, 16, room, 3),
              Face.SERIF_BOLD,
              16,
              20,
              Tone.INK);
      if (stage.customerGoal() != null) {
        y +=
            sheet.lines(
                x,
                y,
                Typesetter.wrap(stage.customerGoal(), Face.SERIF_ITALIC, 14, room, 3),
                Face.SERIF_ITALIC,
                14,
                18,
                Tone.INK_2);
      }
      List<Span> counts = counts(i);
      if (!counts.isEmpty()) {
        y += sheet.wrapped(x, y, room, 18, counts);
      }
      bottom = Math.max(bottom, y);
    }
    return bottom + 8 - top;
  }

  private List<Span> counts(int index) {
    Reality reality = sheet.map.reality();
    Stage stage = sheet.map.stages().get(index);
    Reality.StageCount count = reality == null ? null : reality.stage(stage.id()).orElse(null);
    if (reality == null || count == null) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    spans.add(new Span(Numbers.count(count.customers()), Face.SANS_BOLD, 13, Tone.INK));
    if (index == 0) {
      spans.add(
          new Span(count.customers() == 1 ? " customer" : " customers", Face.SANS, 13, Tone.INK_2));
      return spans;
    }
    Stage before = sheet.map.stages().get(index - 1);
    Reality.StageCount previous = reality.stage(before.id()).orElse(null);
    String rest = "";
    if (previous != null) {
      long came =
          reality.flows().stream()
              .filter(
                  f -> Objects.equals(f.from(), before.id()) && Objects.equals(f.to(), stage.id()))
              .mapToLong(Reality.Flow::customers)
              .sum();
      if (came <= previous.customers()) {
        rest = " " + Numbers.share(came, previous.customers());
      }
    }
    if (count.medianSecondsFromPrevious() != null) {
      rest +=
          (rest.isEmpty() ? " " : ", ")
              + Numbers.duration(count.medianSecondsFromPrevious())
              + " later";
    }
    if (!rest.isEmpty()) {
      spans.add(new Span(rest, Face.SANS, 13, Tone.INK_2));
    }
    return spans;
  }
}
