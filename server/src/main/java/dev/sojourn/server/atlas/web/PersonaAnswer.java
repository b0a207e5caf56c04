package dev.sojourn.server.atlas.web;

import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.Persona;
import dev.sojourn.server.atlas.PersonaData;
import dev.sojourn.server.atlas.internal.PersonaLibrary;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A persona of the map format with what the library knows of it.
///
/// @param revision the changes that it had
/// @param maps those that show it
/// @param data what events say of it; null in lists, and where nothing can be said
record PersonaAnswer(
    UUID id,
    String name,
    @Nullable String tagline,
    @Nullable String quote,
    @Nullable String bio,
    Persona.Kind kind,
    Persona.Standing standing,
    @Nullable Double share,
    Persona.@Nullable Demographics demographics,
    List<String> goals,
    List<String> motivations,
    List<String> needs,
    List<String> behaviors,
    List<String> pains,
    List<ChannelKind> channels,
    Persona.@Nullable Segment segment,
    long revision,
    List<MapTitle> maps,
    @Nullable PersonaData data) {

  /// A map by id and title.
  record MapTitle(String id, String title) {}

  static PersonaAnswer of(PersonaLibrary.Entry entry, @Nullable PersonaData data) {
    Persona persona = entry.persona();
    return new PersonaAnswer(
        persona.id(),
        persona.name(),
        persona.tagline(),
        persona.quote(),
        persona.bio(),
        persona.kind(),
        persona.standing(),
        persona.share(),
        persona.demographics(),
        persona.goals(),
        persona.motivations(),
        persona.needs(),
        persona.behaviors(),
        persona.pains(),
        persona.channels(),
        persona.segment(),
        entry.revision(),
        entry.maps().stream().map(map -> new MapTitle(map.id(), map.name())).toList(),
        data);
  }
}
