package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.plan.CompiledMap;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/// What can be done with journey maps.
@Command(name = "map", header = "Draft, check, compare and draw journey maps.")
final class MapVerb {

  /// Commands that are known and not there yet.
  static final List<String> LATER = List.of("export", "import");

  private MapVerb() {}

  /// The plan of a map in event names, which is what journeys without a lens are made of.
  static PlanElement plan(ObjectNode map) {
    return CompiledMap.of(MapJson.read(map)).eventPlan();
  }
}
