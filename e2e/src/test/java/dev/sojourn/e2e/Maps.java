package dev.sojourn.e2e;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Maps to tell stories about.
final class Maps {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Maps() {}

  /// Makes a map of a purchase, and gives its id.
  static String make(String base, String workspace, String title) {
    return make(
        base, workspace, JSON.createObjectNode().put("title", title).put("template", "PURCHASE"));
  }

  /// Makes a map as it is asked for, and gives its id.
  static String make(String base, String workspace, JsonNode wanted) {
    return new Api(base).post("workspaces/" + workspace + "/maps", wanted).at("/map/id").asString();
  }
}
