package dev.sojourn.server.collect.internal;

import dev.sojourn.kernel.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Says in the words of a page what the readers of files say in the words of the command line.
public final class ScreenWords {

  private static final Pattern OPTION = Pattern.compile("--([a-z]+(?:-[a-z]+)*)");

  private record Phrase(String there, String here) {}

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("such as --encoding windows-1252", "such as windows-1252"),
          new Phrase("say which with --time-format, such as", "give a time format, such as"),
          new Phrase("for other forms give --time-format", "for other forms give a time format"),
          new Phrase("which encoding the file has with --encoding", "which encoding the file has"),
          new Phrase("fit --time-format", "fit the time format"),
          new Phrase("which --order needs", "which an order needs"),
          new Phrase("give --no-properties", "keep none of them"));

  private ScreenWords() {}

  /// Problems in the words of a page.
  public static List<Problem> of(List<Problem> problems) {
    return problems.stream()
        .map(p -> new Problem(field(p.field()), sentence(p.message())))
        .toList();
  }

  /// The field of the form that an option is.
  public static String field(String option) {
    if (!option.startsWith("--")) {
      return option;
    }
    String[] words = option.substring(2).split("-", -1);
    StringBuilder field = new StringBuilder(words[0]);
    Arrays.stream(words)
        .skip(1)
        .forEach(
            w -> field.append(w.substring(0, 1).toUpperCase(Locale.ROOT)).append(w.substring(1)));
    return field.toString();
  }

  /// A sentence in the words of a page.
  public static String sentence(String message) {
    String here = message;
    for (Phrase phrase : PHRASES) {
      here = here.replace(phrase.there, phrase.here);
    }
    here = OPTION.matcher(here).replaceAll(found -> "the " + found.group(1).replace('-', ' '));
    here =
        here.isEmpty() ? here : here.substring(0, 1).toUpperCase(Locale.ROOT) + here.substring(1);
    return here.isEmpty() || ".…?".indexOf(here.charAt(here.length() - 1)) >= 0 ? here : here + ".";
  }
}
