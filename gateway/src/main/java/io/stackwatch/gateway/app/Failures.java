package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.ConfigRefused;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in words, and chooses the exit code. */
final class Failures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ConfigRefused) {
            command.getErr().println(failure.getMessage());
            return ExitCode.USAGE;
        }
        LOG.error("command={} failed", command.getCommandName(), failure);
        command.getErr().println("stackwatch " + command.getCommandName() + ": " + reason(failure));
        return ExitCode.FAILED;
    }

    /** What picocli has set before it calls a command. */
    static <T> T specified(@Nullable T value) {
        return Objects.requireNonNull(value, "set by the command line");
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
