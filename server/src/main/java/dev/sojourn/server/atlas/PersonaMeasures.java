package dev.sojourn.server.atlas;

import dev.sojourn.map.model.Persona;
import java.util.Optional;

/// What was measured on personas. A bean of the room that measures.
public interface PersonaMeasures {

  /// What events say of the customers in a persona's segment; empty when it has no segment or there
  /// are no events.
  Optional<PersonaData> data(String workspace, Persona persona);
}
