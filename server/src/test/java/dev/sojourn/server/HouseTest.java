package dev.sojourn.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The walls of the house: which room may know which.
class HouseTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(
              "dev.sojourn.kernel", "dev.sojourn.map", "dev.sojourn.store", "dev.sojourn.server");

  private static final Path ROOT = Path.of(System.getProperty("sojourn.root"));

  private static final Set<String> EMPTY_WORDS =
      Set.of("common", "util", "utils", "helper", "helpers", "shared", "misc", "impl", "manager");

  @Test
  void theKernelKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.sojourn.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sojourn.kernel..",
            "java.lang..",
            "java.math..",
            "java.time..",
            "java.util..",
            "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void theKernelHasNoClockOfItsOwn() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.sojourn.kernel..", "dev.sojourn.map..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(HOUSE);
  }

  @Test
  void aMapNeedsNoEvents() {
    noClasses()
        .that()
        .resideInAPackage("dev.sojourn.map..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sojourn.store..", "dev.sojourn.server..")
        .check(HOUSE);
  }

  @Test
  void theStoreKnowsTheKernelOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.sojourn.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sojourn.map..", "dev.sojourn.server..")
        .check(HOUSE);
  }

  @Test
  void onlyTheStoreNamesDuckDb() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sojourn.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.duckdb..")
        .check(HOUSE);
  }

  @Test
  void theLogStandsWithoutTheJourneysThatAreDerivedFromIt() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.sojourn.store.log..", "dev.sojourn.store.parquet..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sojourn.store.journeys..")
        .check(HOUSE);
  }

  @Test
  void roomsDoNotStandInACircle() {
    for (String module : List.of("kernel", "map", "store", "server")) {
      slices().matching("dev.sojourn." + module + ".(*)..").should().beFreeOfCycles().check(HOUSE);
    }
  }

  @Test
  void everyPackageSaysWhatItIsAndWhatItIsNot() throws IOException {
    for (Path folder : packages()) {
      Path info = folder.resolve("package-info.java");
      assertTrue(Files.exists(info), () -> ROOT.relativize(folder) + " has no package-info.java");
      String text = Files.readString(info).replaceAll("\\s*///\\s*", " ");
      assertTrue(text.contains("@NullMarked"), () -> ROOT.relativize(info) + " is not @NullMarked");
      assertTrue(
          text.contains("Not here:"),
          () -> ROOT.relativize(info) + " does not say what is not here");
    }
  }

  @Test
  void noRoomHasANameThatSaysNothing() throws IOException {
    List<String> empty =
        packages().stream()
            .filter(folder -> EMPTY_WORDS.contains(folder.getFileName().toString()))
            .map(folder -> ROOT.relativize(folder).toString())
            .toList();
    assertEquals(List.of(), empty);
  }

  private static List<Path> packages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 12)) {
      return files
          .filter(f -> f.toString().endsWith(".java") && f.toString().contains("/src/main/java/"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }
}
