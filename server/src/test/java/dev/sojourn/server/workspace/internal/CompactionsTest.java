package dev.sojourn.server.workspace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.TestServer;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.ImportProgress;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.files.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionsTest {

  @TempDir Path folder;

  private long segments() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/workspaces/default/log"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  private static String answer(TestServer server) {
    return server
        .post("/api/v1/workspaces/default/analyses", "{\"analysis\":\"flow\"}")
        .text()
        .replaceFirst("\"tookMillis\":[0-9]+", "");
  }

  @Test
  void manySmallFilesBecomeFewAndNoAnswerChanges() throws IOException {
    try (TestServer server = TestServer.on(folder.resolve("data"))) {
      Workspaces workspaces = server.bean(Workspaces.class);
      Workspace workspace = workspaces.require("default");
      Compactions compactions = server.bean(Compactions.class);
      for (int i = 1; i <= 9; i++) {
        Path file =
            Files.writeString(
                folder.resolve("day" + i + ".csv"),
                "customer,event,time\na,look,2026-01-0" + i + "\nb,buy,2026-01-0" + i + "\n");
        workspace.importFiles(List.of(file), ImportOptions.defaults(), ImportProgress.NONE);
        workspaces.eventsChanged("default");
        if (i == 3) {
          compactions.now("default");
          assertEquals(3, segments());
        }
      }
      assertEquals(9, segments());
      String before = answer(server);
      // One that is overtaken by fresh events leaves all as it was.
      assertTrue(workspace.compact(() -> false));
      assertEquals(9, segments());
      compactions.now("default");
      assertEquals(1, segments());
      assertEquals(before, answer(server));
      assertEquals(1, workspace.erase("a").filesRewritten());
      assertEquals(9, workspace.sources().stream().mapToLong(s -> s.events()).sum());
    }
  }
}
