package dev.sojourn.map.operation;

import dev.sojourn.kernel.spec.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Says problems of a document in words of its elements, because whoever changed it sees names and
/// no indexes.
final class ElementWords {

  private static final Pattern PLACE =
      Pattern.compile(
          "(personas|stages|steps|links|lanes|cards|touchpoints|emotions|claims|evidence)"
              + "\\[(\\d{1,9})]");

  private static final List<String> NAMES = List.of("name", "title", "body", "statement");

  private final ObjectNode document;

  ElementWords(ObjectNode document) {
    this.document = document;
  }

  /// The same problems; a field is the id of the element, a dot and the field of the element.
  List<Problem> of(List<Problem> problems) {
    return problems.stream().map(this::said).toList();
  }

  private Problem said(Problem problem) {
    String message = PLACE.matcher(problem.message()).replaceAll(this::quotedName);
    Matcher place = PLACE.matcher(problem.field());
    if (!place.lookingAt()) {
      return new Problem(problem.field(), problem.field() + " " + message);
    }
    String rest = problem.field().substring(place.end()).replaceFirst("^\\.", "");
    String who = name(place.toMatchResult());
    String id = element(place.toMatchResult()).path("id").asString("");
    return new Problem(
        rest.isEmpty() ? id : id + "." + rest,
        who.substring(0, 1).toUpperCase(Locale.ROOT)
            + who.substring(1)
            + ": "
            + (rest.isEmpty() ? "" : rest + " ")
            + message);
  }

  private String quotedName(MatchResult place) {
    return Matcher.quoteReplacement("the " + name(place));
  }

  private JsonNode element(MatchResult place) {
    return document.path(place.group(1)).path(Integer.parseInt(place.group(2)));
  }

  private String name(MatchResult place) {
    String word = ElementList.named(place.group(1)).map(ElementList::word).orElse("element");
    JsonNode element = element(place);
    for (String field : NAMES) {
      String text = element.path(field).isString() ? element.path(field).stringValue() : "";
      if (!text.isBlank()) {
        return word + " '" + (text.length() <= 60 ? text : text.substring(0, 59) + "…") + "'";
      }
    }
    return word + " " + element.path("id").asString("without an id");
  }
}
