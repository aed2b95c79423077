package io.stackwatch.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.simulator.load.FrameShape;
import io.stackwatch.simulator.load.LoadOptions;
import io.stackwatch.simulator.load.LoadResult;
import io.stackwatch.simulator.load.LoadRun;
import io.stackwatch.simulator.load.RegistrySheets;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulator load}: many connections, one frame in flight on each, and the figures. */
@Command(
        name = "load",
        description = {
            "Measures how a platform takes frames that ask for answers (Flag=5).",
            "Unpaced, each connection sends its next frame when the last one is answered. Paced, frames are due at fixed",
            "instants, and latency counts from there, whatever happened before."
        },
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    private static final int SPARE_FILES = 200;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--target",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9212",
            converter = Target.Converter.class,
            description = "Where to connect to (${DEFAULT-VALUE}).")
    private Target target = new Target("127.0.0.1", 9212);

    @Option(names = "--connections", defaultValue = "200", description = "How many (${DEFAULT-VALUE}).")
    private int connections = 200;

    @Option(
            names = "--rate",
            defaultValue = "max",
            description = "Frames per second over all connections, or max (${DEFAULT-VALUE}).")
    private String rate = "max";

    @Option(names = "--duration", defaultValue = "10", description = "Seconds that are measured (${DEFAULT-VALUE}).")
    private double duration = 10;

    @Option(names = "--warmup", defaultValue = "3", description = "Seconds before that (${DEFAULT-VALUE}).")
    private double warmup = 3;

    @Option(
            names = "--in-flight",
            defaultValue = "1",
            description = "Frames of a connection that may await their answer (${DEFAULT-VALUE}).")
    private int inFlight = 1;

    @Option(names = "--frames", defaultValue = "rt10", description = "rt10 or hour12 (${DEFAULT-VALUE}).")
    private String frames = "rt10";

    @Option(names = "--mn-prefix", defaultValue = "10AD", description = "Begin of every MN (${DEFAULT-VALUE}).")
    private String mnPrefix = "10AD";

    @Option(
            names = "--data-from",
            paramLabel = "INSTANT",
            description =
                    "DataTime of each station's first frame; without it ten days ago (rt10), five years (hour12).")
    private @Nullable OffsetDateTime dataFrom;

    @Option(names = "--answer-timeout", defaultValue = "10", description = "Seconds to a resend (${DEFAULT-VALUE}).")
    private double answerTimeout = 10;

    @Option(
            names = "--resends",
            defaultValue = "3",
            description = "How often a frame is sent again (${DEFAULT-VALUE}).")
    private int resends = 3;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file as well.")
    private @Nullable Path json;

    @Option(
            names = "--register",
            paramLabel = "FOLDER",
            description = "Writes the registry sheets of these stations for 'stackwatch import', and sends nothing.")
    private @Nullable Path register;

    @Override
    public Integer call() throws IOException {
        CommandSpec called = called();
        PrintWriter out = called.commandLine().getOut();
        Instant now = Clock.systemUTC().instant();
        LoadOptions options;
        try {
            options = options(called, now);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(called.commandLine(), String.valueOf(e.getMessage()), e);
        }
        if (register != null) {
            RegistrySheets.write(register, options);
            out.println("wrote the sheets of " + connections + " stations to " + register);
            out.flush();
            return 0;
        }
        long files = openFiles();
        if (connections + SPARE_FILES > files) {
            out.println(connections + " connections need " + (connections + SPARE_FILES)
                    + " open files, and this process may have " + files + "; raise 'ulimit -n' first");
            out.flush();
            return Simulator.LIMITS;
        }
        try {
            LoadResult result = new LoadRun(options, now).run();
            out.println(LoadTable.of(result));
            out.flush();
            if (json != null) {
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), result.toMap());
            }
            return result.isClean() ? 0 : Simulator.FAILED;
        } catch (IOException e) {
            out.println(target + ": " + e.getMessage());
            out.flush();
            return Simulator.UNREACHABLE;
        }
    }

    private LoadOptions options(CommandSpec called, Instant now) {
        FrameShape shape = FrameShape.named(frames)
                .orElseThrow(() -> new ParameterException(
                        called.commandLine(), "--frames: expected rt10 or hour12, found '" + frames + "'"));
        Instant first = dataFrom != null
                ? dataFrom.toInstant()
                : now.minus(shape == FrameShape.RT10 ? Duration.ofDays(10) : Duration.ofDays(5 * 365));
        return new LoadOptions(
                target.host(),
                target.port(),
                connections,
                rate.equals("max") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(rate)),
                seconds(warmup),
                seconds(duration),
                inFlight,
                shape,
                mnPrefix,
                shape == FrameShape.RT10 ? first : first.truncatedTo(ChronoUnit.HOURS),
                seconds(answerTimeout),
                resends);
    }

    private CommandSpec called() {
        if (spec == null) {
            throw new IllegalStateException("not called by the command line");
        }
        return spec;
    }

    private static Duration seconds(double value) {
        return Duration.ofNanos((long) (value * 1e9));
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
