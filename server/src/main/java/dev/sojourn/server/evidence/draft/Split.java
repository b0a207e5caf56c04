package dev.sojourn.server.evidence.draft;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
import java.util.List;

/// Which customers are held out from the mining, so that what is claimed is measured on others than
/// it was found on: about one in three, by a hash of the customer's id. The same customer is on the
/// same side in every run and with any data around it.
final class Split {

  private static final long PRIME = 0x100000001B3L;
  private static final long BASIS = 0xCBF29CE484222325L;

  private Split() {}

  /// Whether a customer is held out from the mining.
  static boolean isHeldOut(String customer) {
    return Long.remainderUnsigned(hash(customer), 3) == 0;
  }

  /// An evenly spread number from 0 to below 1 that a customer always has.
  static double lot(String customer) {
    return ((hash(customer) * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
  }

  /// FNV-1a over UTF-16, with the finalizer of MurmurHash3 so that short ids spread too.
  private static long hash(String text) {
    long h = BASIS;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * PRIME;
    }
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return h ^ (h >>> 33);
  }

  /// Journeys of the customers who are held out. The snapshot behind it stays the caller's.
  ///
  /// @param units how many of them there are
  /// @param events events of theirs
  record HeldOut(Journeys all, long units, long events) implements Journeys {

    @Override
    public Vocabulary vocabulary() {
      return all.vocabulary();
    }

    @Override
    public Tick tick() {
      return all.tick();
    }

    @Override
    public long dataThrough() {
      return all.dataThrough();
    }

    @Override
    public List<? extends JourneyPart> parts() {
      return all.parts().stream().map(part -> new Part(all, part)).toList();
    }

    @Override
    public String unitId(long unit) {
      return all.unitId(unit);
    }

    @Override
    public void close() {
      // The snapshot is the caller's.
    }
  }

  private record Part(Journeys all, JourneyPart part) implements JourneyPart {

    @Override
    public long units() {
      return part.units();
    }

    @Override
    public long events() {
      return part.events();
    }

    @Override
    public JourneyCursor open() {
      return new Cursor(all, part.open());
    }
  }

  private static final class Cursor implements JourneyCursor {
    private final Journeys all;
    private final JourneyCursor cursor;
    private final JourneyBlock read = new JourneyBlock();

    Cursor(Journeys all, JourneyCursor cursor) {
      this.all = all;
      this.cursor = cursor;
    }

    @Override
    public boolean next(JourneyBlock block) {
      block.clear();
      while (block.journeys() == 0 && cursor.next(read)) {
        for (int j = 0; j < read.journeys(); j++) {
          if (isHeldOut(all.unitId(read.unit(j)))) {
            block.add(read.unit(j), read.code(), read.time(), read.start()[j], read.start()[j + 1]);
          }
        }
      }
      return block.journeys() > 0;
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
