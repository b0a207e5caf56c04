package dev.sojourn.server.jobs;

import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/// What a handler sees of the job that it does.
public interface JobRun {

  /// The id of the job.
  String id();

  /// The workspace that it works in.
  String workspace();

  /// What it was asked to do.
  ObjectNode input();

  /// Tells how far it is; cheap enough for every batch.
  ///
  /// @param done in `unit`, never falling
  /// @param total -1 while unknown
  /// @param unit what is counted
  /// @param sentence what it is doing
  void progress(long done, long total, String unit, String sentence);

  /// Says what stays if it is stopped now; shown to whoever stopped it.
  ///
  /// @param sentence such as `1,200 new events of orders.csv are stored`
  void kept(String sentence);

  /// Whether it was asked to stop; a handler looks often and then throws
  /// [dev.sojourn.kernel.fold.CancelledException].
  BooleanSupplier cancelled();
}
