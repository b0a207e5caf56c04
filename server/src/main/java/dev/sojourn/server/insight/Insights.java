package dev.sojourn.server.insight;

import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.result.VocabularyCounts;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Questions over the events of workspaces. A bounded number is worked on at once. Thread-safe.
public interface Insights {

  /// Answers a question; an answer is kept until the events change.
  ///
  /// @param json the spec, as a person wrote it
  /// @return the JSON form of the answer in UTF-8
  /// @throws dev.sojourn.kernel.spec.RefusedException with every fault of the spec
  byte[] answer(String workspace, byte[] json, BooleanSupplier cancelled);

  /// Reads a spec.
  ///
  /// @throws dev.sojourn.kernel.spec.RefusedException with every fault of it
  Question question(ObjectNode json);

  /// Lists who is inside a count. Never kept.
  ///
  /// @throws dev.sojourn.kernel.spec.RefusedException when it does not fit the data
  Inside inside(String workspace, Spec spec, Count count, UnitPage page, BooleanSupplier cancelled);

  /// What can be asked about; kept until the events change.
  Vocabulary vocabulary(String workspace);

  /// What can be asked about.
  ///
  /// @param counts how often each name occurs
  /// @param properties names of properties, sorted
  /// @param dataThrough the time of the latest event; null when none has one
  record Vocabulary(
      VocabularyCounts counts, List<String> properties, @Nullable Instant dataThrough) {}
}
