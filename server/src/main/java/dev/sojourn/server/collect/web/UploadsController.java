package dev.sojourn.server.collect.web;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.collect.OptionsForm;
import dev.sojourn.server.collect.internal.ReceivedFiles;
import dev.sojourn.server.collect.internal.ScreenWords;
import dev.sojourn.server.collect.internal.Upload;
import dev.sojourn.server.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/uploads")
class UploadsController {

  private static final int LONGEST_NAME = 300;

  private final ReceivedFiles received;
  private final Workspaces workspaces;

  UploadsController(ReceivedFiles received, Workspaces workspaces) {
    this.received = received;
    this.workspaces = workspaces;
  }

  /// A file that came in.
  record Received(String upload, String name, long bytes) {}

  /// A form is read as fields before anybody is asked, so of a file that comes as one nothing would
  /// be left.
  @Hidden
  @PostMapping(
      consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
  void form(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType form)
      throws HttpMediaTypeNotSupportedException {
    throw new HttpMediaTypeNotSupportedException(form, List.of(MediaType.APPLICATION_OCTET_STREAM));
  }

  @PostMapping(consumes = MediaType.ALL_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  Received receive(
      @PathVariable String workspace, @RequestParam String name, HttpServletRequest request)
      throws IOException {
    Upload upload =
        received.receive(
            workspace, plain(name), request.getContentLengthLong(), request.getInputStream());
    return new Received(upload.id(), upload.name(), upload.bytes());
  }

  /// What people call the file: the last part of whatever path came with it, in one line.
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String line = last.replaceAll("\\p{Cc}+", " ").strip();
    if (line.isEmpty()) {
      throw new RefusedException("name", "is empty; say what the file is called.");
    }
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
  }

  @GetMapping("/{upload}")
  Received one(@PathVariable String workspace, @PathVariable String upload) {
    Upload file = received.require(workspace, upload);
    return new Received(file.id(), file.name(), file.bytes());
  }

  @PostMapping("/{upload}/preview")
  Preview preview(
      @PathVariable String workspace,
      @PathVariable String upload,
      @org.springframework.web.bind.annotation.RequestBody(required = false)
          @Nullable OptionsForm options)
      throws IOException {
    Upload file = received.require(workspace, upload);
    OptionsForm asked = options == null ? OptionsForm.NONE : options;
    try {
      return Preview.of(
          file,
          workspaces.require(workspace).preview(received.path(workspace, file), asked.options()));
    } catch (RefusedException e) {
      throw new RefusedException(ScreenWords.of(e.problems()));
    }
  }

  @DeleteMapping("/{upload}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String workspace, @PathVariable String upload) throws IOException {
    received.remove(workspace, upload);
  }
}
