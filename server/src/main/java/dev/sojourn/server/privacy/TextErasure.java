package dev.sojourn.server.privacy;

import dev.sojourn.store.Mentions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Takes an identifier out of texts and out of the texts in JSON, and leaves everything else to the
/// byte. Immutable.
final class TextErasure {

  private static final JsonMapper JSON = new JsonMapper();

  /// A text in JSON, with a colon behind it where it is the name of a field.
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"(\\s*:)?");

  /// What only a program writes: ids of elements.
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Mentions mentions;

  TextErasure(Mentions mentions) {
    this.mentions = mentions;
  }

  String inText(String text) {
    return mentions.takenOutOf(text);
  }

  String inJson(String json) {
    if (!mentions.in(json)) {
      return json;
    }
    Matcher texts = TEXT.matcher(json);
    StringBuilder out = new StringBuilder(json.length());
    int from = 0;
    while (texts.find()) {
      if (texts.group(1) == null && mentions.in(texts.group())) {
        String text = JSON.readValue(texts.group(), String.class);
        if (!ID.matcher(text).matches()) {
          out.append(json, from, texts.start())
              .append(JSON.writeValueAsString(mentions.takenOutOf(text)));
          from = texts.end();
        }
      }
    }
    return out.append(json, from, json.length()).toString();
  }
}
