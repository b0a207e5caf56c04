package dev.sojourn.map.layout;

import dev.sojourn.map.layout.Scene.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks text into lines that fit.
final class Typesetter {

  private static final String ELLIPSIS = "…";

  private Typesetter() {}

  /// A text without what cannot be printed: control characters become spaces, halves of characters
  /// the replacement character, runs of spaces one space.
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          boolean invisible =
              Character.isISOControl(point) || (point & 0xFFFE) == 0xFFFE || point == 0xFEFF;
          boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
          clean.appendCodePoint(invisible ? ' ' : half ? 0xFFFD : point);
        });
    return clean.toString().replaceAll("\\s+", " ").strip();
  }

  /// The lines of a text, at most so many; what is cut ends in an ellipsis.
  static List<String> wrap(String text, Face face, double size, double width, int mostLines) {
    String rest = clean(text);
    List<String> lines = new ArrayList<>();
    while (!rest.isEmpty()) {
      if (lines.size() == mostLines - 1) {
        lines.add(fit(rest, face, size, width));
        return lines;
      }
      int end = lineEnd(rest, face, size, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    return lines.isEmpty() ? List.of("") : lines;
  }

  /// A text on one line, cut to a width.
  static String fit(String text, Face face, double size, double width) {
    String clean = clean(text);
    if (face.width(clean, size) <= width) {
      return clean;
    }
    int end = lastFitting(clean, face, size, width - face.width(ELLIPSIS, size));
    return clean.substring(0, end).strip() + ELLIPSIS;
  }

  /// Lines of spans; breaks only between words and where a span alone is too wide.
  static List<List<Span>> wrapSpans(List<Span> spans, double width) {
    List<List<Span>> lines = new ArrayList<>();
    List<Span> line = new ArrayList<>();
    double used = 0;
    for (Span word : words(spans)) {
      Span here = line.isEmpty() ? restyled(word, word.text().strip()) : word;
      if (!line.isEmpty() && used + restyled(here, here.text().stripTrailing()).width() > width) {
        lines.add(joined(line));
        line = new ArrayList<>();
        used = 0;
        here = restyled(word, word.text().strip());
      }
      if (here.width() > width) {
        here = restyled(here, fit(here.text(), here.face(), here.size(), width));
      }
      line.add(here);
      used += here.width();
    }
    if (!line.isEmpty()) {
      lines.add(joined(line));
    }
    return lines;
  }

  private static List<Span> words(List<Span> spans) {
    List<Span> words = new ArrayList<>();
    for (Span span : spans) {
      StringBuilder word = new StringBuilder();
      for (char c : span.text().toCharArray()) {
        if (c == ' ' && !word.toString().isBlank()) {
          words.add(restyled(span, word.toString()));
          word.setLength(0);
        }
        word.append(c);
      }
      words.add(restyled(span, word.toString()));
    }
    return words;
  }

  private static List<Span> joined(List<Span> line) {
    List<Span> joined = new ArrayList<>();
    for (Span span : line) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.face() == span.face() && last.tone() == span.tone()) {
        joined.set(joined.size() - 1, restyled(last, last.text() + span.text()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private static Span restyled(Span span, String text) {
    return new Span(text, span.face(), span.size(), span.tone());
  }

  private static int lineEnd(String text, Face face, double size, double width) {
    int most = lastFitting(text, face, size, width);
    if (most == text.length()) {
      return most;
    }
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int end = breaks.isBoundary(most) ? most : breaks.preceding(most);
    return end <= 0 ? most : end;
  }

  /// The end of the longest beginning that fits, at least one letter.
  private static int lastFitting(String text, Face face, double size, double width) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int end = 0;
    double used = 0;
    for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
      used += face.width(text.substring(end, next), size);
      // A space may hang over the edge.
      if (used > width && end > 0 && !text.substring(end, next).isBlank()) {
        return end;
      }
      end = next;
    }
    return text.length();
  }
}
