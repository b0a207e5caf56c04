package dev.sojourn.map.json;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes records as the one text that a map has: fields in the order of the records, two spaces a
/// level, line feeds, numbers in plain digits, nothing for what is null, empty or false.
final class CanonicalWriter {

  private final StringBuilder out = new StringBuilder();

  private CanonicalWriter() {}

  /// The text of a record, with a line feed at the end.
  static String write(Object record, Shape.OfRecord shape) {
    CanonicalWriter writer = new CanonicalWriter();
    writer.object(record, shape, 0);
    return writer.out.append('\n').toString();
  }

  private void object(Object record, Shape.OfRecord shape, int depth) {
    out.append('{');
    boolean first = true;
    for (Shape.Field field : shape.fields()) {
      @Nullable Object value = field.of(record);
      if (value == null || value.equals(false) || value.equals(List.of())) {
        continue;
      }
      out.append(first ? "" : ",");
      first = false;
      newLine(depth + 1);
      quoted(field.name());
      out.append(": ");
      value(value, field.shape(), depth + 1);
    }
    if (!first) {
      newLine(depth);
    }
    out.append('}');
  }

  private void value(Object value, Shape shape, int depth) {
    switch (shape) {
      case Shape.OfRecord form -> object(value, form, depth);
      case Shape.OfList form -> list((List<?>) value, form, depth);
      case Shape.OfEnum form -> quoted(((Enum<?>) value).name());
      case Shape.OfText form -> quoted((String) value);
      case Shape.OfWhole form -> out.append(value);
      case Shape.OfDecimal form -> out.append(number((Double) value));
      case Shape.OfTruth form -> out.append(value);
      case Shape.OfId form -> quoted(value.toString());
      case Shape.OfInstant form -> quoted(value.toString());
      case Shape.OfDay form -> quoted(value.toString());
    }
  }

  private void list(List<?> entries, Shape.OfList form, int depth) {
    out.append('[');
    for (int i = 0; i < entries.size(); i++) {
      out.append(i == 0 ? "" : ",");
      newLine(depth + 1);
      value(entries.get(i), form.element(), depth + 1);
    }
    newLine(depth);
    out.append(']');
  }

  private void newLine(int depth) {
    out.append('\n').repeat("  ", depth);
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(c < 0x10 ? "0" : "").append(Integer.toHexString(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /// A number in the fewest plain digits that read back as the same number.
  static String number(double value) {
    String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return plain.equals("-0") ? "0" : plain;
  }
}
