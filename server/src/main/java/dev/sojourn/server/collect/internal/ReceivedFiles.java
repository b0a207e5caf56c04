package dev.sojourn.server.collect.internal;

import dev.sojourn.server.platform.BusyException;
import dev.sojourn.server.platform.DiskFullException;
import dev.sojourn.server.platform.Ids;
import dev.sojourn.server.platform.NotFoundException;
import dev.sojourn.server.platform.TooLargeException;
import dev.sojourn.server.workspace.WorkspaceInfo;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Uploads: bytes in the folder of their workspace, names in the table. What nobody imports is
/// removed after a day.
@Component
public class ReceivedFiles {

  private static final long LARGEST = 20L << 30;
  private static final int AT_A_TIME = 4;
  private static final int SECONDS_TO_WAIT = 5;
  private static final Duration KEPT = Duration.ofDays(1);

  // What the log needs to take a file in, and everybody else to go on.
  private static final long RESERVE = 64L << 20;

  private final Workspaces workspaces;
  private final UploadBook book;
  private final Ids ids;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  ReceivedFiles(Workspaces workspaces, UploadBook book, Ids ids, InstantSource clock) {
    this.workspaces = workspaces;
    this.book = book;
    this.ids = ids;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() throws IOException {
    for (WorkspaceInfo workspace : workspaces.all()) {
      removeOld(workspace.id());
      Set<String> known = new HashSet<>(book.ids(workspace.id()));
      Uploads uploads = workspaces.require(workspace.id()).uploads();
      for (String found : uploads.ids()) {
        if (!known.contains(found)) {
          // It was cut off when the last server ended.
          uploads.remove(found);
        }
      }
    }
  }

  /// Takes a file in.
  ///
  /// @param announced its size; -1 when the sender does not say
  public Upload receive(String workspace, String name, long announced, InputStream body)
      throws IOException {
    Uploads uploads = workspaces.require(workspace).uploads();
    if (!places.tryAcquire()) {
      throw new BusyException(
          "Four files are coming in already; try again when one is done.", SECONDS_TO_WAIT);
    }
    try {
      removeOld(workspace);
      if (announced > LARGEST) {
        throw tooLarge();
      }
      long room = uploads.room();
      if (announced + RESERVE > room) {
        throw new DiskFullException(
            "The file has "
                + Amounts.bytes(announced)
                + " and the disk has room for "
                + Amounts.bytes(Math.max(0, room - RESERVE))
                + "; make room and try again.");
      }
      String id = ids.next();
      long size = uploads.receive(id, body, LARGEST);
      if (size > LARGEST) {
        throw tooLarge();
      }
      Upload upload = new Upload(id, name, size);
      book.put(upload, workspace, clock.instant());
      return upload;
    } finally {
      places.release();
    }
  }

  private static TooLargeException tooLarge() {
    return new TooLargeException(
        "The file has more than "
            + Amounts.bytes(LARGEST)
            + "; cut it into parts, or import it with the command line.");
  }

  /// What is known of an upload.
  public Upload require(String workspace, String id) {
    return book.find(workspace, id).orElseThrow(() -> new NotFoundException("upload", id));
  }

  /// Where its bytes lie.
  public Path path(String workspace, Upload upload) {
    try {
      return workspaces.require(workspace).uploads().path(upload.id());
    } catch (NoSuchFileException gone) {
      book.remove(upload.id());
      throw new NotFoundException("upload", upload.id());
    }
  }

  /// Removes an upload that may be there.
  public void remove(String workspace, String id) throws IOException {
    if (book.find(workspace, id).isPresent()) {
      workspaces.require(workspace).uploads().remove(id);
      book.remove(id);
    }
  }

  private void removeOld(String workspace) throws IOException {
    Instant old = clock.instant().minus(KEPT);
    for (String id : book.before(workspace, old)) {
      remove(workspace, id);
    }
  }
}
