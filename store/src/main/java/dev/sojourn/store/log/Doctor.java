package dev.sojourn.store.log;

import dev.sojourn.store.log.frame.FrameScan;
import dev.sojourn.store.log.id.IdRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads every byte of every file of the log.
final class Doctor {

  private final LogCore core;

  Doctor(LogCore core) {
    this.core = core;
  }

  List<Finding> verify() throws IOException {
    List<Finding> found = new ArrayList<>();
    List<String> frameFiles = new ArrayList<>();
    Set<String> counting;
    List<SegmentFile> segments;
    core.lock().lock();
    try {
      Catalog catalog = core.manifest().catalog();
      frameFiles.add(core.manifest().name());
      frameFiles.addAll(catalog.journals());
      frameFiles.addAll(catalog.factFiles());
      for (String file : frameFiles) {
        frames(file, found);
      }
      counting = new HashSet<>(catalog.files());
      counting.add(core.manifest().name());
      counting.add(DiskLog.LOCK_FILE);
      segments = core.view().files();
    } finally {
      core.lock().unlock();
    }
    for (SegmentFile segment : segments) {
      segment
          .damage()
          .ifPresent(what -> found.add(new Finding(segment.name(), sentence(what), true)));
    }
    for (IdRun run : core.ids().runs()) {
      run.damage().ifPresent(what -> found.add(new Finding(run.name(), sentence(what), true)));
    }
    Set<String> present = new HashSet<>(core.folder().names());
    for (String name : counting) {
      if (!present.contains(name) && isStillCounted(name)) {
        found.add(new Finding(name, "the file is missing", true));
      }
    }
    return found;
  }

  private boolean isStillCounted(String name) {
    core.lock().lock();
    try {
      return core.manifest().catalog().files().contains(name)
          || core.manifest().name().equals(name);
    } finally {
      core.lock().unlock();
    }
  }

  private void frames(String name, List<Finding> found) throws IOException {
    FrameScan scan = FrameScan.read(core.folder().file(name));
    if (scan.tail() != FrameScan.Tail.NONE) {
      found.add(
          new Finding(
              name,
              "the record at offset " + scan.validBytes() + " is not what was written",
              true));
    }
  }

  private static String sentence(String what) {
    return what + "; restore the file from a backup, or import its sources again into a new log";
  }
}
