package dev.sojourn.server.insight.web;

import dev.sojourn.kernel.result.VocabularyCounts;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.UnitPage;
import dev.sojourn.server.insight.CountReader;
import dev.sojourn.server.insight.CustomerPage;
import dev.sojourn.server.insight.Insights;
import dev.sojourn.server.insight.Question;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/workspaces/{workspace}")
class AnalysesController {

  /// The longest spec: one with a whole map in it.
  private static final int MOST_BYTES = 8 << 20;

  private static final int DEFAULT_LIMIT = 50;

  private final Insights insights;
  private final JsonMapper mapper;

  AnalysesController(Insights insights, JsonMapper mapper) {
    this.insights = insights;
    this.mapper = mapper;
  }

  @PostMapping("/analyses")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  void answer(@PathVariable String workspace, InputStream body, HttpServletResponse response)
      throws IOException {
    byte[] spec = body.readNBytes(MOST_BYTES + 1);
    if (spec.length > MOST_BYTES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    PatientAnswer.give(response, cancelled -> insights.answer(workspace, spec, cancelled));
  }

  /// Which count of which answer is opened, and which page of it.
  record Opening(
      @Schema(type = "object") @Nullable ObjectNode spec,
      @Schema(type = "object") @Nullable ObjectNode count,
      @Nullable Integer limit,
      @Nullable String cursor,
      UnitPage.@Nullable Order order) {}

  @PostMapping("/analyses/customers")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CustomerPage.class)))
  void inside(
      @PathVariable String workspace, @RequestBody Opening opening, HttpServletResponse response)
      throws IOException {
    if (opening.spec() == null || opening.count() == null) {
      throw new RefusedException(
          opening.spec() == null ? "spec" : "count", "is missing; it says what was counted.");
    }
    Question question = insights.question(opening.spec());
    Count count = CountReader.read(opening.count());
    UnitPage page =
        new UnitPage(
            opening.order() == null ? UnitPage.Order.LATEST : opening.order(),
            opening.limit() == null ? DEFAULT_LIMIT : opening.limit(),
            CustomerPage.position(opening.cursor()),
            null);
    PatientAnswer.give(
        response,
        cancelled ->
            mapper.writeValueAsBytes(
                CustomerPage.of(
                    insights.inside(workspace, question.spec(), count, page, cancelled))));
  }

  /// An event name on one channel.
  record VocabularyName(String name, @Nullable String channel, long events, long customers) {}

  /// An event name over all channels.
  record VocabularyTouchpoint(String name, long events, long customers) {}

  /// What can be asked about.
  record VocabularyAnswer(
      List<VocabularyName> names,
      List<VocabularyTouchpoint> touchpoints,
      List<String> properties,
      @Nullable Instant firstTime,
      @Nullable Instant dataThrough) {}

  @GetMapping("/vocabulary")
  VocabularyAnswer vocabulary(
      @PathVariable String workspace, @RequestParam(name = "q", defaultValue = "") String part) {
    Insights.Vocabulary found = insights.vocabulary(workspace);
    VocabularyCounts counts = found.counts();
    return new VocabularyAnswer(
        counts.names().stream()
            .filter(n -> contains(n.name(), part))
            .map(n -> new VocabularyName(n.name(), n.channel(), n.events(), n.units()))
            .toList(),
        counts.touchpoints().stream()
            .filter(t -> contains(t.name(), part))
            .map(t -> new VocabularyTouchpoint(t.name(), t.events(), t.units()))
            .toList(),
        found.properties(),
        counts.firstTime(),
        found.dataThrough());
  }

  private static boolean contains(String name, String part) {
    return part.isEmpty() || name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
