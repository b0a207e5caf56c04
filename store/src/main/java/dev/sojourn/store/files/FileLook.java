package dev.sojourn.store.files;

import dev.sojourn.store.files.FilePreview.Question;
import dev.sojourn.store.files.bytes.Utf8;
import dev.sojourn.store.files.bytes.Utf8Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What opening a file found on its way, kept for whoever wants to show it to a person even where
/// opening ends in a refusal. For one thread.
final class FileLook {

  // A character of UTF-8 that a part of a file cuts through.
  private static final int LAST_CHARACTER = 4;

  FileFormat format = FileFormat.AUTO;
  boolean gzip;
  @Nullable String encoding;
  @Nullable Character delimiter;
  @Nullable Sample sample;
  private boolean odd;
  private boolean mistaken;
  private final Map<Role, String> roles = new EnumMap<>(Role.class);
  private final Map<Role, String> why = new EnumMap<>(Role.class);
  private final List<Question> questions = new ArrayList<>();

  /// Notes the encoding, and whether the text does not keep to it.
  void text(Utf8Input text) throws IOException {
    encoding = text.encoding();
    byte[] head = text.peek(CsvLayout.HEAD);
    int end = head.length < CsvLayout.HEAD ? head.length : head.length - LAST_CHARACTER;
    odd = Utf8.firstInvalid(head, 0, end) >= 0 && !isBinary(head);
  }

  /// Text in any encoding of one byte a character has no NUL, in UTF-16 it has very many.
  private static boolean isBinary(byte[] head) {
    int nul = 0;
    for (byte b : head) {
      nul += b == 0 ? 1 : 0;
    }
    return nul > 0 && nul * 4L < head.length;
  }

  /// Notes which column plays a role, and why when nobody said so.
  void role(Role role, String column, @Nullable String reason) {
    roles.put(role, column);
    if (reason != null) {
      why.put(role, reason);
    }
  }

  void ask(Question question) {
    questions.add(question);
  }

  /// Notes that an option is wrong, which no answer to a question mends.
  void mistaken() {
    mistaken = true;
  }

  Map<Role, String> roles() {
    return roles;
  }

  /// Why a column was taken for a role; null when the options said so.
  @Nullable String why(Role role) {
    return why.get(role);
  }

  List<Question> questions() {
    return questions;
  }

  /// Whether the questions are all that stands in the way.
  boolean onlyAsks() {
    return !questions.isEmpty() && !mistaken;
  }

  /// Whether the first part of the text is not in the encoding that was assumed.
  boolean isOdd() {
    return odd;
  }
}
