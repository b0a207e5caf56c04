package dev.sojourn.server.commandline;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.spec.NearName;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.store.ServerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/// Runs one command line: finds the verb, gathers every fault of the options, runs it, and turns
/// what comes of it into streams and an exit code.
public final class SojournCommandLine {

  /// Done.
  public static final int DONE = 0;

  /// Our fault; an id to look up is on the error stream.
  public static final int OURS = 1;

  /// The caller's mistake; one line a problem is on the error stream.
  public static final int REFUSED = 2;

  /// Stopped by a signal.
  public static final int STOPPED = 130;

  private final Surroundings surroundings;

  /// A command line in its surroundings.
  public SojournCommandLine(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Command(
      name = "sojourn",
      header =
          "Sojourn shows the journeys that customers really make beside the map that was drawn.",
      synopsisHeading = "%nUsage: ",
      commandListHeading = "%nCommands:%n",
      optionListHeading = "%nOptions:%n",
      footer = {
        "",
        "Every command answers with one JSON object on the standard output.",
        "./sojourn COMMAND --help says more."
      },
      subcommands = {
        DemoVerb.class,
        ServeVerb.class,
        ImportVerb.class,
        AnalyzeVerb.class,
        MapVerb.class,
        EventsVerb.class,
        DoctorVerb.class,
        EraseVerb.class
      })
  static final class Root {}

  /// Runs a command line whose relative paths begin in a folder.
  ///
  /// @return the exit code
  public static int inFolder(Path folder, Surroundings surroundings, List<String> args) {
    return ScopedValue.where(Surroundings.FOLDER, folder)
        .call(() -> new SojournCommandLine(surroundings).run(args.toArray(String[]::new)));
  }

  /// Runs a command line.
  ///
  /// @return the exit code
  public int run(String... args) {
    CommandLine parser = parser();
    ParseResult parsed = parser.parseArgs(args);
    ParseResult deepest = parsed;
    boolean help = args.length == 0 || parsed.isUsageHelpRequested();
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
      help |= deepest.isUsageHelpRequested();
    }
    if (help) {
      deepest.commandSpec().commandLine().usage(surroundings.out(), CommandLine.Help.Ansi.OFF);
      surroundings.out().flush();
      return DONE;
    }
    Object chosen = deepest.commandSpec().userObject();
    Problems problems = new Problems();
    faults(parsed).forEach(problem -> problems.add(problem.field(), problem.message()));
    if (!(chosen instanceof Verb verb)) {
      if (problems.isEmpty()) {
        problems.add("", "a command is missing; available: " + names(deepest.commandSpec()) + ".");
      }
      return refused(problems.found());
    }
    return run(verb, problems, List.of(args));
  }

  private int run(Verb verb, Problems problems, List<String> args) {
    try {
      verb.check(problems);
      problems.refuse();
      Path data = verb.data();
      if (data != null && !verb.serves() && surroundings.held() == null) {
        Optional<ServerAddress> server = ServerAddress.of(data);
        if (server.isPresent()) {
          return new RunningServer(server.get()).run(args, surroundings);
        }
      }
      ObjectNode answer = verb.run(surroundings);
      surroundings.out().print(JsonForm.text(answer));
      surroundings.out().flush();
      return DONE;
    } catch (RefusedException e) {
      return refused(e.problems());
    } catch (StoppedException e) {
      surroundings.err().println(e.getMessage());
      return STOPPED;
    } catch (CancelledException e) {
      surroundings.err().println("Stopped as asked; nothing is lost. Run the same command again.");
      return STOPPED;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return new FailureLog(verb.data(), surroundings).note(e);
    }
  }

  private static CommandLine parser() {
    CommandLine parser = new CommandLine(new Root());
    everyCommand(parser)
        .forEach(command -> {
          command
              .getCommandSpec()
              .addOption(
                  OptionSpec.builder("-h", "--help")
                      .usageHelp(true)
                      .description("show this help and end")
                      .build());
          command.getCommandSpec().parser().collectErrors(true);
        });
    parser.setUsageHelpWidth(100);
    return parser;
  }

  private static Stream<CommandLine> everyCommand(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(SojournCommandLine::everyCommand));
  }

  private int refused(List<Problem> problems) {
    for (Problem problem : problems) {
      surroundings.err().println(problem.toString().replaceAll("\\s*\\R\\s*", " "));
    }
    surroundings.err().flush();
    return REFUSED;
  }

  private static String names(CommandSpec command) {
    return String.join(", ", command.subcommands().keySet());
  }

  /// What the parser has to say about every level of the command line.
  private static List<Problem> faults(ParseResult parsed) {
    List<Problem> problems = new ArrayList<>();
    for (ParseResult level = parsed; level != null; level = next(level)) {
      for (Exception error : level.errors()) {
        if (error instanceof CommandLine.UnmatchedArgumentException unmatched) {
          unmatched(unmatched, level.commandSpec(), problems);
        } else if (error instanceof CommandLine.ParameterException fault) {
          problems.add(fault(fault));
        }
      }
    }
    return problems.stream().distinct().toList();
  }

  private static @Nullable ParseResult next(ParseResult level) {
    return level.hasSubcommand() ? level.subcommand() : null;
  }

  private static Problem fault(CommandLine.ParameterException fault) {
    String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    CommandLine.Model.ArgSpec about = fault.getArgSpec();
    if (fault instanceof CommandLine.MissingParameterException missing
        && !missing.getMissing().isEmpty()) {
      about = missing.getMissing().getFirst();
    } else if (fault instanceof CommandLine.OverwrittenOptionException twice) {
      about = twice.getOverwritten();
    }
    String field = about instanceof OptionSpec option ? option.longestName() : "";
    if (fault instanceof CommandLine.OverwrittenOptionException) {
      return new Problem(field, "is given more than once; give it once.");
    }
    if (fault instanceof CommandLine.MissingParameterException) {
      return new Problem(field, "needs a value behind it.");
    }
    return new Problem(field, message);
  }

  private static void unmatched(
      CommandLine.UnmatchedArgumentException fault, CommandSpec command, List<Problem> problems) {
    List<String> options =
        command.options().stream().map(option -> option.longestName()).sorted().toList();
    for (String argument : fault.getUnmatched()) {
      if (argument.startsWith("-")) {
        String name = argument.replaceFirst("=.*", "");
        problems.add(
            new Problem(
                name,
                "there is no such option here; allowed: "
                    + options.stream().collect(Collectors.joining(", "))
                    + "."
                    + NearName.hint(name, options)));
      } else if (!command.subcommands().isEmpty()) {
        problems.add(unknownCommand(argument, command));
        return;
      } else {
        problems.add(new Problem("", "'" + argument + "' is one argument too many."));
      }
    }
  }

  private static Problem unknownCommand(String argument, CommandSpec command) {
    boolean later = MapVerb.LATER.contains(argument);
    return new Problem(
        "",
        "'"
            + argument
            + (later ? "' is not available yet; available: " : "' is not a command; available: ")
            + names(command)
            + "."
            + (later ? "" : NearName.hint(argument, command.subcommands().keySet())));
  }
}
