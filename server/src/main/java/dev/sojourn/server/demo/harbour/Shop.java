package dev.sojourn.server.demo.harbour;

/// The six shops of the chain.
enum Shop {
  STATION("Station", 1.45, 0.10),
  CUSTOMS_HOUSE("Customs House", 1.25, 0.14),
  PIER_FOUR("Pier Four", 0.95, 0.22),
  COLLEGE_HILL("College Hill", 0.85, 0.30),
  FISH_MARKET("Fish Market", 0.80, 0.40),
  LIGHTHOUSE_ROAD("Lighthouse Road", 0.70, 0.52);

  private static final double[] OF_COMMUTERS = {0.42, 0.28, 0.14, 0.02, 0.08, 0.06};
  private static final double[] OF_STUDENTS = {0.06, 0.03, 0.04, 0.74, 0.09, 0.04};
  private static final double[] OF_OTHERS = {0.14, 0.12, 0.20, 0.12, 0.22, 0.20};

  private final String label;
  private final double rush;
  private final double knowsNames;

  Shop(String label, double rush, double knowsNames) {
    this.label = label;
    this.rush = rush;
    this.knowsNames = knowsNames;
  }

  static Shop drawn(CustomerGroup group, Dice dice) {
    return values()[
        dice.weighted(
            switch (group) {
              case COMMUTER -> OF_COMMUTERS;
              case STUDENT -> OF_STUDENTS;
              case REMOTE_WORKER, NOT_KNOWN -> OF_OTHERS;
            })];
  }

  /// The value of the property `store`.
  String label() {
    return label;
  }

  /// How much longer than usual an order takes at rush hour.
  double rush() {
    return rush;
  }

  /// Drinks that are handed over by name.
  double knowsNames() {
    return knowsNames;
  }
}
