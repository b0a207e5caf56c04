package dev.sojourn.store.log;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.log.frame.DurableFolder;
import dev.sojourn.store.log.id.KeyedHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The log on disk: what its parts do, in the order that keeps it whole. Locks are taken in this
/// order: compaction, sealing, [LogCore#lock()].
final class DiskLog implements EventLog {

  static final String LOCK_FILE = "lock";

  private static final String LOG = "log";
  private static final String KEYS = "keys";
  private static final int LINEAGE_BYTES = 16;

  /// Journals that may wait to be sealed before callers must help.
  private static final int MOST_JOURNALS = 6;

  private final LogCore core;
  private final FileChannel lockFile;
  private final JournalWriter writer;
  private final Sealing sealing;
  private final Compaction compaction;
  private final Eraser eraser;
  private final Semaphore importing = new Semaphore(1, true);
  private final ReentrantLock compactLock = new ReentrantLock();
  private final ReentrantLock sealLock = new ReentrantLock();
  private final AtomicInteger erasing = new AtomicInteger();
  private boolean closed;

  private DiskLog(LogCore core, FileChannel lockFile) {
    this.core = core;
    this.lockFile = lockFile;
    writer = new JournalWriter(core, this::sealSoon);
    sealing = new Sealing(core);
    compaction = new Compaction(core);
    eraser = new Eraser(core, sealing);
  }

  static EventLog open(
      Path workspace, LogSettings settings, InstantSource clock, RandomGenerator random) {
    Path folder = workspace.resolve(LOG);
    FileChannel lock = null;
    try {
      KeyedHash hash = LogKey.readOrMake(workspace.resolve(KEYS), folder, random);
      byte[] lineage = new byte[LINEAGE_BYTES];
      random.nextBytes(lineage);
      DurableFolder.create(folder);
      lock = lock(folder);
      LogCore core = LogCore.open(folder, settings, clock, hash, HexFormat.of().formatHex(lineage));
      DiskLog log = new DiskLog(core, lock);
      if (log.eraser.isPending()) {
        log.eraser.carryOut(0);
      }
      return log;
    } catch (IOException | UncheckedIOException e) {
      release(lock, e);
      throw unwritable("the folder of the log", e);
    } catch (LogException e) {
      release(lock, e);
      throw e;
    }
  }

  private static void release(@Nullable FileChannel lock, Exception because) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        because.addSuppressed(e);
      }
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = null;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      held = null;
    }
    if (held == null) {
      channel.close();
      throw new RefusedException(
          "data", folder + " is open in another process; end that one first, or use its interface");
    }
    return channel;
  }

  /// A refusal of the disk as a sentence.
  static UnwritableLogException unwritable(String what, Exception e) {
    Throwable cause =
        e instanceof UncheckedIOException u ? Objects.requireNonNullElse(u.getCause(), u) : e;
    return new UnwritableLogException(
        "The disk refuses "
            + what
            + " ("
            + cause.getMessage()
            + "). Nothing of this call was stored; make room, or mend the disk, and call again.",
        cause);
  }

  @Override
  public Import begin(String source) {
    importing.acquireUninterruptibly();
    try {
      return new BulkImport(core, this::mergeRuns, source, importing::release);
    } catch (RuntimeException e) {
      importing.release();
      throw e;
    }
  }

  @Override
  public Appended append(String source, EventBatch batch) {
    helpSealing();
    return writer.append(source, batch);
  }

  @Override
  public long record(Fact fact) {
    helpSealing();
    return writer.record(fact);
  }

  @Override
  public LogSnapshot snapshot() {
    return core.view();
  }

  @Override
  public void seal() {
    sealLock.lock();
    try {
      sealing.sealAll();
    } catch (IOException | UncheckedIOException e) {
      throw unwritable("a segment", e);
    } finally {
      sealLock.unlock();
    }
  }

  /// Seals beside the callers. What the disk refuses stays in its journal, which is safe.
  private void sealSoon() {
    Thread.ofPlatform().name("sojourn-seal").daemon().start(this::trySealing);
  }

  private void trySealing() {
    if (!sealLock.tryLock()) {
      return;
    }
    try {
      sealing.sealFull();
    } catch (IOException | UncheckedIOException e) {
      core.notices()
          .add(
              new Finding(
                  LOG, "sealing was refused by the disk and will be tried again: " + e, false));
    } finally {
      sealLock.unlock();
    }
  }

  /// Journals are kept in memory, so callers must not outrun sealing.
  private void helpSealing() {
    if (core.view().journals().size() > MOST_JOURNALS) {
      seal();
    }
  }

  private void mergeRuns() throws IOException {
    sealLock.lock();
    try {
      sealing.mergeRuns();
    } finally {
      sealLock.unlock();
    }
  }

  @Override
  public void compact(BooleanSupplier goesOn) {
    compactLock.lock();
    try {
      seal();
      compaction.compact(() -> goesOn.getAsBoolean() && erasing.get() == 0);
    } catch (IOException | UncheckedIOException e) {
      throw unwritable("a segment", e);
    } finally {
      compactLock.unlock();
    }
  }

  @Override
  public Erased erase(Collection<String> identifiers) {
    // A person who wants to be gone does not wait for a compaction: it gives way.
    erasing.incrementAndGet();
    compactLock.lock();
    sealLock.lock();
    try {
      return eraser.erase(identifiers);
    } catch (IOException | UncheckedIOException e) {
      throw unwritable("an erasure, which goes on when the log is next opened", e);
    } finally {
      sealLock.unlock();
      compactLock.unlock();
      erasing.decrementAndGet();
    }
  }

  @Override
  public boolean isErased(String identifier) {
    return core.view().ledger().holds(identifier);
  }

  @Override
  public long customerHash(String identifier) {
    byte[] utf8 = identifier.getBytes(StandardCharsets.UTF_8);
    return customerHash(utf8, 0, utf8.length);
  }

  @Override
  public long customerHash(byte[] utf8, int offset, int length) {
    return core.hash().customer(utf8, offset, length);
  }

  @Override
  public List<Finding> verify() {
    try {
      return new Doctor(core).verify();
    } catch (IOException e) {
      throw new DamagedLogException("A file of the log cannot be read (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public List<Finding> notices() {
    return List.copyOf(core.notices());
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    writer.close();
    try {
      if (!core.view().journals().isEmpty()) {
        seal();
      }
    } finally {
      letGo();
    }
  }

  private void letGo() {
    core.lock().lock();
    try {
      for (Journal journal : core.journals()) {
        journal.file().close();
      }
      core.manifest().close();
      lockFile.close();
    } catch (IOException e) {
      throw unwritable("closing the log", e);
    } finally {
      core.lock().unlock();
    }
  }
}
