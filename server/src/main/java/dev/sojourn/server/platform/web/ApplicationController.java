package dev.sojourn.server.platform.web;

import dev.sojourn.server.platform.Build;
import dev.sojourn.server.platform.BusyException;
import dev.sojourn.server.platform.ServerSettings;
import dev.sojourn.server.platform.internal.BrowserStream;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What runs here, and what happens in it.
@RestController
class ApplicationController {

  private final Build build;
  private final ServerSettings settings;
  private final BrowserStream stream;

  ApplicationController(Build build, ServerSettings settings, BrowserStream stream) {
    this.build = build;
    this.settings = settings;
    this.stream = stream;
  }

  /// What a page needs to know before anything else.
  ///
  /// @param signIn whether people sign in; false means loopback only
  /// @param demo whether sample workspaces were asked for
  record Application(String version, String build, boolean signIn, boolean demo) {}

  @GetMapping("/api/v1/app")
  Application application() {
    return new Application(build.version(), build.id(), false, settings.demo());
  }

  @Hidden
  @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(@RequestParam String workspace) {
    SseEmitter page = stream.open(workspace);
    if (page == null) {
      throw new BusyException("Too many pages are open; close some.", 10);
    }
    return page;
  }
}
