package dev.sojourn.map.layout;

import dev.sojourn.map.evidence.Support;
import dev.sojourn.map.layout.Scene.Span;
import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Touchpoint;
import java.util.ArrayList;
import java.util.List;

/// Lays out one lane: a cell a stage, cards under each other, wide cards in rows of their own.
final class LaneBlock {

  private static final double PAD = 10;
  private static final int MOST_LINES = 6;

  private final Sheet sheet;
  private final Lane lane;
  private final double top;

  LaneBlock(Sheet sheet, Lane lane, double top) {
    this.sheet = sheet;
    this.lane = lane;
    this.top = top;
  }

  /// Lays out the lane; answers its height.
  double lay() {
    double title = sheet.rowTitle(top, lane.title(), List.of());
    double[] bottoms = new double[sheet.stages()];
    java.util.Arrays.fill(bottoms, top + PAD);
    List<Card> wide = new ArrayList<>();
    for (Card card : sheet.map.cards()) {
      if (!card.lane().equals(lane.id())) {
        continue;
      }
      int from = sheet.stageOf(card.fromStep());
      if (sheet.stageOf(card.toStep()) > from) {
        wide.add(card);
      } else {
        bottoms[from] +=
            card(card, sheet.left(from) + PAD, bottoms[from], sheet.column - 2 * PAD) + 6;
      }
    }
    for (Card card : wide) {
      int from = sheet.stageOf(card.fromStep());
      int to = sheet.stageOf(card.toStep());
      double y = top + PAD;
      for (int k = from; k <= to; k++) {
        y = Math.max(y, bottoms[k]);
      }
      double x = sheet.left(from) + PAD;
      double width = sheet.left(to + 1) - PAD - x;
      int shade = sheet.items.size();
      double height = card(card, x, y + 4, width);
      sheet.items.add(
          shade, new Scene.Box(x - 6, y, width + 12, height + 8, 6, Tone.PAPER_2, 1, null, 0));
      for (int k = from; k <= to; k++) {
        bottoms[k] = y + height + 14;
      }
    }
    double bottom = top + Math.max(title, 44);
    for (double b : bottoms) {
      bottom = Math.max(bottom, b + PAD - 6);
    }
    return bottom - top;
  }

  private double card(Card card, double x, double y, double width) {
    Touchpoint touchpoint =
        card.touchpoint() == null ? null : sheet.map.touchpoint(card.touchpoint()).orElse(null);
    if (touchpoint != null) {
      return touchpoint(card, touchpoint, x, y, width);
    }
    return switch (lane.role()) {
      case THOUGHT, QUOTE, QUESTION, INTENTION, EXPECTATION -> thought(card, x, y, width);
      case STAGE_GOAL ->
          sheet.lines(
              x,
              y,
              Typesetter.wrap(card.body(), Face.SERIF, 15, width, MOST_LINES),
              Face.SERIF,
              15,
              19,
              Tone.INK);
      case IDEA, OPPORTUNITY -> idea(card, x, y, width);
      default -> statement(card, x, y, width);
    };
  }

  private double thought(Card card, double x, double y, double width) {
    double used =
        sheet.lines(
            x,
            y,
            Typesetter.wrap("“" + card.body() + "”", Face.SERIF_ITALIC, 16, width, MOST_LINES),
            Face.SERIF_ITALIC,
            16,
            20,
            Tone.INK);
    Support support = sheet.book.of(card.id());
    sheet.add(new Scene.Mark(support.level(), x, y + used + 5, 14));
    return used + 4 + sheet.wrapped(x + 20, y + used + 4, width - 20, 16, sheet.words.of(support));
  }

  private double idea(Card card, double x, double y, double width) {
    double used =
        sheet.lines(
            x + 12,
            y,
            Typesetter.wrap(card.body(), Face.SANS, 13, width - 12, MOST_LINES),
            Face.SANS,
            13,
            20,
            Tone.INK);
    if (card.note() != null) {
      used +=
          sheet.lines(
              x + 12,
              y + used,
              Typesetter.wrap(card.note(), Face.SANS, 12, width - 12, 3),
              Face.SANS,
              12,
              16,
              Tone.INK_2);
    }
    sheet.add(new Scene.Box(x, y, 2, used, 0, Tone.TRAIL, 1, null, 0));
    return used;
  }

  private double statement(Card card, double x, double y, double width) {
    Support support = sheet.book.of(card.id());
    boolean wrong = support.level() == EvidenceLevel.CONTRADICTED;
    int under = sheet.items.size();
    sheet.add(new Scene.Mark(support.level(), x, y + 2, 16));
    double room = width - 23;
    double used =
        sheet.lines(
            x + 23,
            y,
            Typesetter.wrap(card.body(), Face.SANS, 13, room, MOST_LINES),
            Face.SANS,
            13,
            20,
            Tone.INK);
    used += sheet.wrapped(x + 23, y + used, room, 16, sheet.words.of(support));
    if (card.note() != null) {
      used +=
          sheet.lines(
              x + 23,
              y + used,
              Typesetter.wrap(card.note(), Face.SANS_BOLD, 12, room, 3),
              Face.SANS_BOLD,
              12,
              16,
              Tone.INK);
    }
    if (wrong) {
      sheet.items.add(
          under,
          new Scene.Box(x - 6, y - 4, width + 12, used + 8, 6, Tone.ALARM, 0.1, Tone.ALARM, 1.5));
    }
    return used;
  }

  private double touchpoint(Card card, Touchpoint touchpoint, double x, double y, double width) {
    Support support = sheet.book.of(touchpoint.id());
    boolean faded = support.level() == EvidenceLevel.STALE;
    sheet.add(new Scene.Icon(touchpoint.channel(), x, y + 1, 16, faded));
    sheet.add(new Scene.Mark(support.level(), x + width - 16, y + 1, 16));
    double room = width - 24 - 22;
    String name = card.body().isBlank() ? touchpoint.name() : card.body();
    double used =
        sheet.lines(
            x + 24,
            y,
            Typesetter.wrap(name, Face.SANS, 13, room, 2),
            Face.SANS,
            13,
            18,
            faded ? Tone.INK_2 : Tone.INK);
    Reality.TouchpointCount count =
        sheet.map.reality() == null
            ? null
            : sheet.map.reality().touchpoint(touchpoint.id()).orElse(null);
    if (count == null || support.level() == EvidenceLevel.CONTRADICTED) {
      return used + sheet.wrapped(x + 24, y + used, width - 24, 16, sheet.words.of(support)) + 2;
    }
    List<Span> counted =
        List.of(
            new Span(Numbers.count(count.customers()), Face.SANS, 12, Tone.INK),
            new Span(
                "  " + Numbers.share(count.customers(), count.of()), Face.SANS, 12, Tone.INK_3));
    double taken = counted.stream().mapToDouble(Span::width).sum();
    used += sheet.wrapped(x + 24, y + used, width - 24, 16, counted);
    double bar = 56;
    if (taken + 24 + 12 + bar <= width && count.of() > 0) {
      double left = x + width - bar;
      double at = y + used - 9;
      sheet.add(new Scene.Box(left, at, bar, 3, 1.5, Tone.PAPER_3, 1, null, 0));
      double filled = bar * count.customers() / count.of();
      sheet.add(
          new Scene.Box(
              left,
              at,
              filled,
              3,
              Math.min(1.5, filled / 2),
              ChannelTones.of(touchpoint.channel()),
              1,
              null,
              0));
    }
    return used + 2;
  }
}
