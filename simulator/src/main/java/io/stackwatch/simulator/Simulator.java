package io.stackwatch.simulator;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code java -jar simulator.jar fleet | boiler | load | conform}. */
@Command(
        name = "simulator",
        description =
                "Pretended plants, loggers and boilers, load, and a conformance kit. It does not know what is illegal.",
        mixinStandardHelpOptions = true,
        version = "stackwatch simulator 0.1.0",
        subcommands = {FleetCommand.class, BoilerCommand.class, LoadCommand.class, ConformCommand.class},
        footer = {
            "",
            "Exit codes: 0 done; 1 failed while running; 2 wrong arguments; 3 the scenario is wrong;",
            "            4 the target cannot be reached; 5 the machine's limits do not allow it."
        })
public final class Simulator {

    /** Failed while running. */
    static final int FAILED = 1;

    /** The scenario is wrong; every problem was named. */
    static final int SCENARIO_REFUSED = 3;

    /** The target cannot be reached. */
    static final int UNREACHABLE = 4;

    /** The machine's limits (open files) do not allow it. */
    static final int LIMITS = 5;

    private static final String LOGBACK_FILE = "logback.configurationFile";

    private Simulator() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        if (System.getProperty(LOGBACK_FILE) == null) {
            System.setProperty(LOGBACK_FILE, "io/stackwatch/simulator/logback.xml");
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Simulator());
    }
}
