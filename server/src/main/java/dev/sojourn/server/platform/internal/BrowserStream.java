package dev.sojourn.server.platform.internal;

import dev.sojourn.server.platform.Stream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.ObjectMapper;

/// Server-sent events to open pages. Thread-safe. A page that does not take what it is sent is let
/// go; it comes back by itself and asks for what it missed.
@Component
public class BrowserStream implements Stream {

  private static final int MOST_PAGES = 500;

  private final Map<String, List<SseEmitter>> pages = new ConcurrentHashMap<>();
  private final ObjectMapper json;

  BrowserStream(ObjectMapper json) {
    this.json = json;
  }

  /// A page begins to listen; null when too many do already.
  public @Nullable SseEmitter open(String workspace) {
    if (pages.values().stream().mapToInt(List::size).sum() >= MOST_PAGES) {
      return null;
    }
    SseEmitter page = new SseEmitter(0L);
    List<SseEmitter> listening =
        pages.computeIfAbsent(workspace, w -> new CopyOnWriteArrayList<>());
    listening.add(page);
    page.onCompletion(() -> listening.remove(page));
    page.onError(e -> listening.remove(page));
    page.onTimeout(() -> listening.remove(page));
    send(listening, page, "beat", "{}");
    return page;
  }

  @Override
  public void publish(String workspace, String name, Object payload) {
    List<SseEmitter> listening = pages.getOrDefault(workspace, List.of());
    if (!listening.isEmpty()) {
      String text = json.writeValueAsString(payload);
      listening.forEach(page -> send(listening, page, name, text));
    }
  }

  @Scheduled(fixedDelay = 10_000)
  void beat() {
    pages.values().forEach(listening -> listening.forEach(p -> send(listening, p, "beat", "{}")));
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    pages.values().forEach(listening -> listening.forEach(SseEmitter::complete));
  }

  private static void send(List<SseEmitter> listening, SseEmitter page, String name, String json) {
    try {
      page.send(SseEmitter.event().name(name).data(json, MediaType.TEXT_PLAIN));
    } catch (IOException | IllegalStateException e) {
      // It is gone; the container tells the rest.
      listening.remove(page);
    }
  }
}
