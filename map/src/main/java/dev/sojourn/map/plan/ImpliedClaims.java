package dev.sojourn.map.plan;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a map claims by being drawn: a touchpoint that is placed occurs, stages follow each other,
/// a drawn feeling is felt, a pain point costs customers where nobody has said what else it costs.
/// Ids are made of what is claimed, so that the same drawing makes the same claims.
public final class ImpliedClaims {

  /// How far a measured feeling may lie from a drawn one.
  private static final double FEELING_TOLERANCE = 1;

  private final JourneyMap map;
  private final Set<List<@Nullable Object>> made = new HashSet<>();
  private final List<Claim> claims = new ArrayList<>();

  private ImpliedClaims(JourneyMap map) {
    this.map = map;
    map.claims().forEach(c -> made.add(key(c.claimType(), c.element(), c.other())));
  }

  /// The claims of the drawing that nobody has written down yet, in the order of the map.
  public static List<Claim> of(JourneyMap map) {
    ImpliedClaims implied = new ImpliedClaims(map);
    implied.occurrences();
    implied.order();
    implied.feelings();
    implied.pains();
    return List.copyOf(implied.claims);
  }

  /// The map with the claims of its drawing added to those it has.
  public static JourneyMap addTo(JourneyMap map) {
    List<Claim> all = new ArrayList<>(map.claims());
    all.addAll(of(map));
    return map.withClaims(all);
  }

  private void occurrences() {
    Placements placements = Placements.of(map);
    Set<UUID> jumpedOver = jumpedOver();
    for (Step step : map.steps()) {
      List<Touchpoint> here = placements.at(step.id());
      String stage = map.stage(step.stage()).map(Stage::name).orElse("the journey");
      boolean only =
          here.size() == 1
              && !step.isOptional()
              && !jumpedOver.contains(step.id())
              && step.orderGroup() != Step.OrderGroup.ALTERNATIVE;
      for (Touchpoint touchpoint : here) {
        if (only) {
          add(
              Claim.Type.OCCURS,
              touchpoint.id(),
              null,
              "Most customers in “" + stage + "” come to “" + touchpoint.name() + "”.",
              new Claim.Expectation(0.5, null),
              0);
        } else {
          add(
              Claim.Type.OCCURS,
              touchpoint.id(),
              null,
              "Customers in “" + stage + "” come to “" + touchpoint.name() + "”.",
              null,
              0);
        }
      }
    }
  }

  /// Steps that some customers pass by on a branch.
  private Set<UUID> jumpedOver() {
    List<UUID> order = map.steps().stream().map(Step::id).toList();
    Set<UUID> found = new HashSet<>();
    for (StepLink link : map.links()) {
      if (link.kind() == StepLink.Kind.BRANCH && link.to() != null) {
        int from = order.indexOf(link.from()) + 1;
        int to = order.indexOf(link.to());
        if (0 < from && from < to) {
          found.addAll(order.subList(from, to));
        }
      }
    }
    return found;
  }

  private void order() {
    for (int i = 1; i < map.stages().size(); i++) {
      Stage before = map.stages().get(i - 1);
      Stage after = map.stages().get(i);
      add(
          Claim.Type.ORDER,
          before.id(),
          after.id(),
          "Most customers come to “" + before.name() + "” before “" + after.name() + "”.",
          new Claim.Expectation(0.5, null),
          0);
    }
  }

  private void feelings() {
    for (EmotionPoint point : map.emotions()) {
      String step =
          map.steps().stream()
              .filter(s -> s.id().equals(point.step()))
              .map(Step::title)
              .findFirst()
              .orElse("this step");
      add(
          Claim.Type.SENTIMENT,
          point.id(),
          null,
          "Customers feel " + feeling(point.valence()) + " at “" + step + "”.",
          new Claim.Expectation(point.valence(), point.valence()),
          FEELING_TOLERANCE);
    }
  }

  private static String feeling(double valence) {
    if (valence >= 1) {
      return "good";
    }
    return valence <= -1 ? "bad" : "neither good nor bad";
  }

  private void pains() {
    Set<UUID> painLanes =
        map.lanes().stream()
            .filter(l -> l.role() == Lane.Role.PAIN || l.role() == Lane.Role.FAIL_POINT)
            .map(Lane::id)
            .collect(Collectors.toSet());
    Set<UUID> saidOtherwise = map.claims().stream().map(Claim::element).collect(Collectors.toSet());
    for (Card card : map.cards()) {
      if (painLanes.contains(card.lane()) && !saidOtherwise.contains(card.id())) {
        map.steps().stream()
            .filter(step -> step.id().equals(card.fromStep()))
            .findFirst()
            .flatMap(step -> map.stage(step.stage()))
            .ifPresent(stage -> pain(card, stage));
      }
    }
  }

  private void pain(Card card, Stage stage) {
    add(
        Claim.Type.DROP_OFF,
        card.id(),
        stage.id(),
        "“"
            + card.body()
            + "”: more customers leave here than at the other steps of “"
            + stage.name()
            + "”.",
        null,
        0);
  }

  private void add(
      Claim.Type type,
      UUID element,
      @Nullable UUID other,
      String statement,
      Claim.@Nullable Expectation expectation,
      double tolerance) {
    if (made.add(key(type, element, other))) {
      String name = "implied/" + type + "/" + element + "/" + other;
      String fitting = statement.length() <= 1000 ? statement : statement.substring(0, 999) + "…";
      claims.add(
          new Claim(
              UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
              element,
              other,
              type,
              fitting,
              expectation,
              tolerance));
    }
  }

  private static List<@Nullable Object> key(Claim.Type type, UUID element, @Nullable UUID other) {
    List<@Nullable Object> key = new ArrayList<>();
    key.add(type);
    key.add(element);
    key.add(other);
    return key;
  }
}
