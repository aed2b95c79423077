package io.stackwatch.gateway.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. Its commands are its subcommands. */
@Command(
        name = "stackwatch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Watches what industry lets out of its stacks, and acts when it is too much.",
            "A frame becomes a fine, and the fine can be read back to the frame."
        },
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            DetectCommand.class,
            EvidenceCommand.class,
            KeysCommand.class,
            AccountsCommand.class,
            PersonCommand.class,
            VerifyCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, see the log",
            "2:command line or configuration cannot be used, nothing was started",
            "3:done, and what was looked at is not in order"
        })
public final class Stackwatch {

    private Stackwatch() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Stackwatch()).setExecutionExceptionHandler(new Failures());
    }
}
