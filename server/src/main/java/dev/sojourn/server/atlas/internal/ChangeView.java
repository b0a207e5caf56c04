package dev.sojourn.server.atlas.internal;

import dev.sojourn.map.operation.OperationJson;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A change that was applied, as pages get it.
///
/// @param revision of the map after it
/// @param author null while nobody signs in
public record ChangeView(
    String id,
    long base,
    String label,
    @ArraySchema(schema = @Schema(type = "object")) List<ObjectNode> operations,
    long revision,
    Instant at,
    @Nullable String author) {

  public ChangeView {
    operations = List.copyOf(operations);
  }

  static ChangeView of(ChangeTable.Applied applied) {
    return new ChangeView(
        applied.change().id(),
        applied.change().base(),
        applied.change().label(),
        applied.change().operations().stream().map(OperationJson::write).toList(),
        applied.revision(),
        applied.at(),
        applied.author());
  }
}
