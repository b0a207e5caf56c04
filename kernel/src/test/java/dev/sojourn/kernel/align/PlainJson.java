package dev.sojourn.kernel.align;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON of objects, lists, numbers and texts without escapes: the published answers.
final class PlainJson {

  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  static Object read(String text) {
    return new PlainJson(text).value();
  }

  private Object value() {
    char first = next();
    return switch (first) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    while (next() != '}') {
      String key = string();
      next();
      at++;
      object.put(key, value());
      skipComma();
    }
    at++;
    return object;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    at++;
    while (next() != ']') {
      list.add(value());
      skipComma();
    }
    at++;
    return list;
  }

  private String string() {
    int end = text.indexOf('"', at + 1);
    String string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private Double number() {
    int from = at;
    while ("+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.valueOf(text.substring(from, at));
  }

  private void skipComma() {
    if (next() == ',') {
      at++;
    }
  }

  private char next() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }
}
