package dev.sojourn.map.layout;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Which ways beside the designed one are drawn: those of most customers.
///
/// @param returns ways back, the longest first: the others are drawn within it
/// @param undrawn ways that nobody drew, most customers first
/// @param leftOut how many more there are
record RibbonWays(List<Return> returns, List<Undrawn> undrawn, int leftOut) {

  /// A way back.
  record Return(int from, int to, long customers) {}

  /// A way that nobody drew.
  record Undrawn(Reality.UndrawnPath path, int from, int to) {}

  static RibbonWays of(JourneyMap map, Reality reality, RibbonPen pen) {
    List<UUID> order = map.stages().stream().map(Stage::id).toList();
    List<Return> back = returns(order, reality);
    List<Return> drawnBack =
        back.stream()
            .sorted(Comparator.comparingLong(Return::customers).reversed())
            .limit(pen.mostReturns())
            .sorted(
                Comparator.<Return>comparingInt(a -> a.to() - a.from())
                    .thenComparingInt(Return::to))
            .toList();
    List<Undrawn> off =
        reality.undrawn().stream()
            .filter(u -> u.customers() > 0)
            .map(u -> new Undrawn(u, order.indexOf(u.fromStage()), order.indexOf(u.toStage())))
            .filter(u -> u.from() >= 0 && u.to() >= 0)
            .sorted(Comparator.<Undrawn>comparingLong(u -> u.path().customers()).reversed())
            .toList();
    List<Undrawn> drawnOff = off.stream().limit(pen.mostUndrawn()).toList();
    return new RibbonWays(
        drawnBack, drawnOff, back.size() - drawnBack.size() + off.size() - drawnOff.size());
  }

  private static List<Return> returns(List<UUID> order, Reality reality) {
    List<Return> all = new ArrayList<>();
    reality
        .returns()
        .forEach(r -> merge(all, order.indexOf(r.from()), order.indexOf(r.to()), r.customers()));
    for (Reality.Flow flow : reality.flows()) {
      if (flow.from() != null && flow.to() != null) {
        merge(all, order.indexOf(flow.from()), order.indexOf(flow.to()), flow.customers());
      }
    }
    return all;
  }

  private static void merge(List<Return> all, int from, int to, long customers) {
    if (to < 0 || from <= to || customers <= 0) {
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      Return other = all.get(i);
      if (other.from() == from && other.to() == to) {
        all.set(i, new Return(from, to, other.customers() + customers));
        return;
      }
    }
    all.add(new Return(from, to, customers));
  }
}
