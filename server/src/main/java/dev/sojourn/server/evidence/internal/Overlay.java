package dev.sojourn.server.evidence.internal;

import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.plan.ImpliedClaims;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The latest check of a map laid over the map as it is now, as far as it still fits.
final class Overlay {

  private Overlay() {}

  /// The map with its claims, those of its drawing too, their verdicts and reality.
  static JourneyMap of(JourneyMap now, JourneyMap checked) {
    Map<UUID, Claim> before = new HashMap<>();
    checked.claims().forEach(claim -> before.put(claim.id(), claim));
    List<Claim> claims = new ArrayList<>(now.claims());
    Set<UUID> ids = new HashSet<>();
    now.claims().forEach(claim -> ids.add(claim.id()));
    for (Claim claim : ImpliedClaims.of(now)) {
      if (ids.add(claim.id())) {
        Claim asChecked = before.get(claim.id());
        UUID of = asChecked == null ? null : asChecked.other();
        // The check says of whom it counted: of the customers of this stage.
        claims.add(
            new Claim(
                claim.id(),
                claim.element(),
                of != null && now.stage(of).isPresent() ? of : claim.other(),
                claim.claimType(),
                claim.statement(),
                claim.expectation(),
                claim.tolerance()));
      }
    }
    Reality reality = checked.reality();
    return now.withClaims(claims)
        .withChecks(checked.checks().stream().filter(check -> ids.contains(check.claim())).toList())
        .withReality(reality == null ? null : Realities.fitted(reality, now));
  }
}
