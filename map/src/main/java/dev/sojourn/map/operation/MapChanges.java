package dev.sojourn.map.operation;

import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.operation.ChangeOutcome.Applied;
import dev.sojourn.map.operation.ChangeOutcome.Reason;
import dev.sojourn.map.operation.ChangeOutcome.Refused;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Applies changes to maps. Stateless and thread-safe.
public final class MapChanges {

  private MapChanges() {}

  /// Applies operations one after another and judges the map once, after the last of them.
  ///
  /// @param map what was measured is not part of it: checks and reality are left out of the result
  public static ChangeOutcome apply(JourneyMap map, List<Operation> operations) {
    ObjectNode document = MapJson.tree(map.authored());
    MapTree tree = new MapTree(document);
    List<Operation> inverse = new ArrayList<>();
    try {
      for (Operation operation : operations) {
        inverse.addFirst(tree.apply(operation));
      }
    } catch (MapTree.Unfit e) {
      return new Refused(e.reason(), e.sentence(), List.of(new Problem("", e.sentence())));
    }
    try {
      return new Applied(MapJson.read(document), inverse);
    } catch (RefusedException e) {
      List<Problem> problems = new ElementWords(document).of(e.problems());
      return new Refused(Reason.INVALID_MAP, sentence(problems), problems);
    }
  }

  private static String sentence(List<Problem> problems) {
    String first = problems.getFirst().message();
    String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more like this)";
    return "This does not fit the map: " + first + more + ".";
  }
}
