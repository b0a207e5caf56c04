package dev.sojourn.server.evidence.walk;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import java.util.function.Consumer;

/// Reads every journey of a snapshot once, in the order of its parts.
public final class Walk {

  private Walk() {}

  /// Shows each journey to a visitor. What the visitor counts must not depend on the order.
  ///
  /// @param byCode the touchpoint number of each code; negative when the event is none
  /// @param touchpoints how many touchpoints there are
  /// @param work what is being done, for the one who waits
  /// @throws CancelledException when the one who waits gave up
  public static void over(
      Journeys journeys,
      int[] byCode,
      int touchpoints,
      String work,
      Watch watch,
      Consumer<Passage> visitor) {
    Passage passage = new Passage(touchpoints);
    JourneyBlock block = new JourneyBlock();
    long done = 0;
    for (JourneyPart part : journeys.parts()) {
      try (JourneyCursor cursor = part.open()) {
        while (cursor.next(block)) {
          if (watch.cancelled().getAsBoolean()) {
            throw new CancelledException();
          }
          for (int j = 0; j < block.journeys(); j++) {
            passage.read(block, j, byCode);
            visitor.accept(passage);
          }
          done += block.journeys();
          watch.progress().at(work, done, journeys.units());
        }
      }
    }
  }
}
