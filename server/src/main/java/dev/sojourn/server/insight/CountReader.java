package dev.sojourn.server.insight;

import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.PathOutcome;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads which count of an answer is to be opened from its JSON form.
public final class CountReader {

  private static final List<String> KINDS =
      List.of(
          "ALL",
          "FUNNEL_STEP",
          "EDGE",
          "START",
          "END",
          "VARIANT",
          "TOUCHPOINT",
          "PATH_NODE",
          "PATH_LINK");
  private static final String ANYHOW = "ANY";
  private static final List<String> PATH_OUTCOMES =
      Stream.concat(Stream.of(ANYHOW), Arrays.stream(PathOutcome.values()).map(Enum::name))
          .toList();
  private static final List<String> OUTCOMES = List.of("REACHED", "DROPPED", "IN_PROGRESS");

  private final Fields fields;
  private final Problems problems = new Problems();

  private CountReader(ObjectNode json) {
    fields = new Fields(json, "count", problems);
  }

  /// Reads a count.
  ///
  /// @throws RefusedException with every fault of it
  public static Count read(ObjectNode json) {
    return new CountReader(json).read();
  }

  private Count read() {
    fields.mandatory("kind", "\"FUNNEL_STEP\"");
    Count count =
        switch (fields.oneOf("kind", KINDS, "ALL")) {
          case "FUNNEL_STEP" -> funnelStep();
          case "EDGE" -> {
            fields.allow(List.of("kind", "from", "to"));
            yield new Count.Edge(name("from"), name("to"));
          }
          case "START" -> new Count.Start(touchpoint());
          case "END" -> new Count.End(touchpoint());
          case "VARIANT" -> new Count.Variant(names("path"));
          case "PATH_NODE" -> pathNode();
          case "PATH_LINK" -> {
            fields.allow(List.of("kind", "step", "from", "to"));
            yield new Count.PathLink(step(), choice("from"), choice("to"));
          }
          case "TOUCHPOINT" -> new Count.Touchpoint(names("names"));
          default -> new Count.All();
        };
    problems.refuse();
    return count;
  }

  private Count funnelStep() {
    fields.allow(List.of("kind", "step", "outcome"));
    fields.mandatory("step", "1");
    return new Count.FunnelStep(
        fields.positive("step", 1),
        Count.Outcome.valueOf(fields.oneOf("outcome", OUTCOMES, "REACHED")));
  }

  private Count pathNode() {
    fields.allow(List.of("kind", "step", "names", "except", "outcome"));
    String outcome = fields.oneOf("outcome", PATH_OUTCOMES, ANYHOW);
    return new Count.PathNode(
        step(), choice(fields), outcome.equals(ANYHOW) ? null : PathOutcome.valueOf(outcome));
  }

  private Count.Choice choice(String field) {
    JsonNode value = fields.mandatory(field, "{\"names\": [\"catalog\"]}");
    Fields choice = value == null ? null : fields.inside(value, fields.at(field));
    if (choice == null) {
      return new Count.Choice(List.of(), false);
    }
    choice.allow(List.of("names", "except"));
    return choice(choice);
  }

  private static Count.Choice choice(Fields of) {
    JsonNode names = of.mandatory("names", "[\"catalog\", \"cart\"]");
    return new Count.Choice(
        names == null ? List.of() : of.names(names, of.at("names")), of.flag("except", false));
  }

  /// Of paths steps can be counted back.
  private int step() {
    JsonNode value = fields.mandatory("step", "1");
    if (value == null || (value.isIntegralNumber() && value.canConvertToInt())) {
      return value == null ? 1 : value.intValue();
    }
    problems.add(
        fields.at("step"), "must be a whole number, but it is " + JsonForm.kind(value) + ".");
    return 1;
  }

  private String touchpoint() {
    fields.allow(List.of("kind", "touchpoint"));
    return name("touchpoint");
  }

  private String name(String field) {
    JsonNode value = fields.mandatory(field, "\"checkout\"");
    @Nullable String name = value == null ? null : fields.name(value, fields.at(field));
    return name == null ? "" : name;
  }

  private List<String> names(String field) {
    fields.allow(List.of("kind", field));
    JsonNode value = fields.mandatory(field, "[\"catalog\", \"cart\"]");
    return value == null ? List.of() : fields.names(value, fields.at(field));
  }
}
