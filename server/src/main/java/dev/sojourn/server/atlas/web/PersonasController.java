package dev.sojourn.server.atlas.web;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.Persona;
import dev.sojourn.server.atlas.PersonaMeasures;
import dev.sojourn.server.atlas.internal.PersonaLibrary;
import dev.sojourn.server.platform.Ids;
import dev.sojourn.server.workspace.Workspaces;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/personas")
class PersonasController {

  /// What an answer has beside the persona, and a request may send back unread.
  private static final List<String> BESIDE = List.of("revision", "maps", "data");

  private final Workspaces workspaces;
  private final PersonaLibrary library;
  private final PersonaMeasures measures;
  private final Ids ids;

  PersonasController(
      Workspaces workspaces, PersonaLibrary library, PersonaMeasures measures, Ids ids) {
    this.workspaces = workspaces;
    this.library = library;
    this.measures = measures;
    this.ids = ids;
  }

  /// Personas by name.
  record PersonaList(List<PersonaAnswer> personas) {}

  @GetMapping
  PersonaList list(@PathVariable String workspace) {
    workspaces.info(workspace);
    return new PersonaList(
        library.of(workspace).stream().map(entry -> PersonaAnswer.of(entry, null)).toList());
  }

  @PostMapping
  ResponseEntity<PersonaAnswer> add(
      @PathVariable String workspace, @RequestBody @Schema(type = "object") ObjectNode request) {
    workspaces.info(workspace);
    ObjectNode persona = request.deepCopy();
    if (!persona.has("id")) {
      persona.put("id", ids.next());
    }
    return answer(HttpStatus.CREATED, library.add(workspace, read(persona)));
  }

  @GetMapping("/{persona}")
  ResponseEntity<PersonaAnswer> one(@PathVariable String workspace, @PathVariable String persona) {
    PersonaLibrary.Entry entry = library.require(workspace, persona);
    return ResponseEntity.ok()
        .eTag(tag(entry.revision()))
        .body(PersonaAnswer.of(entry, measures.data(workspace, entry.persona()).orElse(null)));
  }

  @PutMapping("/{persona}")
  ResponseEntity<PersonaAnswer> replace(
      @PathVariable String workspace,
      @PathVariable String persona,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestBody @Schema(type = "object") ObjectNode request) {
    ObjectNode own = request.deepCopy();
    own.put("id", persona);
    return answer(HttpStatus.OK, library.replace(workspace, read(own), revision(match)));
  }

  @DeleteMapping("/{persona}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String workspace, @PathVariable String persona) {
    library.remove(workspace, persona);
  }

  private static Persona read(ObjectNode persona) {
    persona.remove(BESIDE);
    return MapJson.element(persona, Persona.class);
  }

  private ResponseEntity<PersonaAnswer> answer(HttpStatus status, PersonaLibrary.Entry entry) {
    return ResponseEntity.status(status)
        .eTag(tag(entry.revision()))
        .body(PersonaAnswer.of(entry, null));
  }

  private static String tag(long revision) {
    return "\"" + revision + "\"";
  }

  private static long revision(@Nullable String match) {
    try {
      return Long.parseLong(match == null ? "" : match.replace("W/", "").replace("\"", ""));
    } catch (NumberFormatException e) {
      throw new RefusedException(
          "If-Match", "is missing or is no revision; send the one that the change is based on.");
    }
  }
}
