package dev.sojourn.server.collect.web;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.collect.OptionsForm;
import dev.sojourn.server.collect.Source;
import dev.sojourn.server.collect.internal.Imports;
import dev.sojourn.server.collect.internal.KnownSources;
import dev.sojourn.server.collect.internal.ScreenWords;
import dev.sojourn.server.jobs.Job;
import dev.sojourn.store.RefusedRows;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workspaces/{workspace}")
class SourcesController {

  private static final int MOST = 200;

  private final KnownSources sources;
  private final Imports imports;

  SourcesController(KnownSources sources, Imports imports) {
    this.sources = sources;
    this.imports = imports;
  }

  /// Where the events come from.
  record SourceList(List<Source> sources) {}

  /// Which uploads to import, and how.
  record ImportRequest(
      List<String> uploads, @Nullable OptionsForm options, @Nullable Boolean draft) {}

  /// A row that is no event.
  record RejectedRow(String file, long row, String field, String reason, String payload) {}

  /// Some of the rows that are no events.
  record RejectedRows(long total, List<RejectedRow> rows, @Nullable String next) {}

  @GetMapping("/sources")
  SourceList list(@PathVariable String workspace) {
    return new SourceList(sources.of(workspace));
  }

  @PostMapping("/imports")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Job start(@PathVariable String workspace, @RequestBody ImportRequest request) {
    OptionsForm options = request.options() == null ? OptionsForm.NONE : request.options();
    List<String> uploads = request.uploads() == null ? List.of() : request.uploads();
    return imports.start(workspace, uploads, options, Boolean.TRUE.equals(request.draft()));
  }

  @GetMapping("/sources/{source}/rejected")
  RejectedRows rejected(
      @PathVariable String workspace,
      @PathVariable String source,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "0") String cursor)
      throws IOException {
    if (limit < 1 || limit > MOST) {
      throw new RefusedException("limit", limit + " is not between 1 and " + MOST + ".");
    }
    long from = place(cursor);
    List<RejectedRow> page = new ArrayList<>();
    long at = 0;
    try (RefusedRows rows = sources.refusedRows(workspace, source)) {
      if (rows == null) {
        return new RejectedRows(0, page, null);
      }
      while (at < from && rows.skip()) {
        at++;
      }
      for (RefusedRows.Row row = rows.next(); row != null; row = rows.next()) {
        page.add(shown(row));
        at++;
        if (page.size() == limit) {
          break;
        }
      }
      long end = at;
      while (rows.skip()) {
        at++;
      }
      return new RejectedRows(at, page, end < at ? Long.toString(end) : null);
    }
  }

  private static long place(String cursor) {
    try {
      return Long.parseUnsignedLong(cursor);
    } catch (NumberFormatException e) {
      throw new RefusedException("cursor", "is none that was given; leave it out to begin anew.");
    }
  }

  private static RejectedRow shown(RefusedRows.Row row) {
    return new RejectedRow(
        row.file(), row.row(), row.field(), ScreenWords.sentence(row.reason()), row.payload());
  }

  @GetMapping(value = "/sources/{source}/rejected.csv", produces = "text/csv")
  void rejectedCsv(
      @PathVariable String workspace, @PathVariable String source, HttpServletResponse response)
      throws IOException {
    try (RefusedRows rows = sources.refusedRows(workspace, source)) {
      response.setContentType("text/csv");
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename("refused-rows.csv").build().toString());
      Writer out = response.getWriter();
      out.write("file,row,column,reason,content\r\n");
      if (rows != null) {
        write(rows, out);
      }
      out.flush();
    }
  }

  private static void write(RefusedRows rows, Writer out) throws IOException {
    for (RefusedRows.Row row = rows.next(); row != null; row = rows.next()) {
      RejectedRow shown = shown(row);
      SafeCsv.line(
          out,
          shown.file(),
          Long.toString(shown.row()),
          shown.field(),
          shown.reason(),
          shown.payload());
    }
  }
}
