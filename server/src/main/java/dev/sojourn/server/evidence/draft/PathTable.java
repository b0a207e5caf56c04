package dev.sojourn.server.evidence.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Distinct paths with the units on each: what typical journeys are mined from.
///
/// Touchpoints are numbered by name and paths are sorted most units first, ties by touchpoint
/// names, so that nothing found in a table depends on the order in which it was filled. Immutable.
public final class PathTable {

  private final List<String> touchpoints;
  private final int[][] paths;
  private final long[] units;
  private final long totalUnits;
  private final int longest;

  private PathTable(List<String> touchpoints, int[][] paths, long[] units) {
    this.touchpoints = touchpoints;
    this.paths = paths;
    this.units = units;
    long total = 0;
    int length = 0;
    for (int i = 0; i < paths.length; i++) {
      total = Math.addExact(total, units[i]);
      length = Math.max(length, paths[i].length);
    }
    this.totalUnits = total;
    this.longest = length;
  }

  /// A table of paths given by name.
  ///
  /// @param unitsByPath units on each path, at least 1 each; paths are not empty
  public static PathTable of(Map<List<String>, Long> unitsByPath) {
    TreeSet<String> names = new TreeSet<>();
    unitsByPath.keySet().forEach(names::addAll);
    List<String> touchpoints = List.copyOf(names);
    List<Map.Entry<int[], Long>> rows = new ArrayList<>();
    unitsByPath.forEach((path, n) -> rows.add(Map.entry(numbers(touchpoints, path), n)));
    rows.sort(
        Map.Entry.<int[], Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry::getKey, Arrays::compare));
    int[][] paths = new int[rows.size()][];
    long[] units = new long[rows.size()];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = rows.get(i).getKey();
      units[i] = rows.get(i).getValue();
      if (paths[i].length == 0 || units[i] < 1) {
        throw new IllegalArgumentException(
            "a path of " + paths[i].length + " touchpoints with " + units[i] + " units is not one");
      }
    }
    return new PathTable(touchpoints, paths, units);
  }

  private static int[] numbers(List<String> touchpoints, List<String> path) {
    int[] numbers = new int[path.size()];
    for (int i = 0; i < numbers.length; i++) {
      int at = Collections.binarySearch(touchpoints, path.get(i));
      numbers[i] = at < 0 ? touchpoints.size() : at;
    }
    return numbers;
  }

  /// The names of the touchpoints, sorted; a touchpoint's number is its place here.
  public List<String> touchpoints() {
    return touchpoints;
  }

  /// How many distinct paths there are.
  public int size() {
    return paths.length;
  }

  /// Units on all paths.
  public long totalUnits() {
    return totalUnits;
  }

  /// Units on path `i`.
  public long units(int i) {
    return units[i];
  }

  /// Path `i` as names.
  public List<String> path(int i) {
    return names(paths[i]);
  }

  /// The numbers of path `i`; not to be changed.
  int[] numbers(int i) {
    return paths[i];
  }

  /// The numbers of any path; a touchpoint that this table does not know has the number one past
  /// the last.
  int[] numbers(List<String> path) {
    return numbers(touchpoints, path);
  }

  /// Touchpoints on the longest path.
  int longest() {
    return longest;
  }

  /// The names that numbers stand for.
  List<String> names(int[] numbers) {
    List<String> names = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      names.add(touchpoints.get(number));
    }
    return List.copyOf(names);
  }

  /// The most travelled paths as a table of their own with the same numbers. Among equally
  /// travelled ones a hash of the path decides, so that the choice is even over names and lengths.
  PathTable mostTravelled(int size) {
    if (size >= paths.length) {
      return this;
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < paths.length; i++) {
      order.add(i);
    }
    order.sort(
        Comparator.<Integer>comparingLong(i -> -units[i])
            .thenComparingInt(i -> scatter(paths[i]))
            .thenComparingInt(i -> i));
    int[][] some = new int[size][];
    long[] someUnits = new long[size];
    for (int i = 0; i < size; i++) {
      some[i] = paths[order.get(i)];
      someUnits[i] = units[order.get(i)];
    }
    return new PathTable(touchpoints, some, someUnits);
  }

  private static int scatter(int[] path) {
    int h = Arrays.hashCode(path) * 0x9E3779B1;
    return (h ^ (h >>> 15)) * 0x85EBCA77;
  }
}
