package io.stackwatch.simulator;

import io.stackwatch.simulator.conform.CaseRefused;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.KitOptions;
import io.stackwatch.simulator.conform.KitRun;
import io.stackwatch.simulator.conform.LoggerDesk;
import io.stackwatch.simulator.conform.Side;
import io.stackwatch.simulator.conform.Station;
import io.stackwatch.simulator.conform.outcome.Examination;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulator conform logger}: the kit plays the platform, and somebody's logger connects to it. */
@Command(
        name = "logger",
        description = {
            "Examines a data logger: the kit listens, the logger is set up to report to it.",
            "Uploads are awaited for as long as a logger may take; 'settings' and 'control' change something for a moment."
        },
        mixinStandardHelpOptions = true)
final class ConformLoggerCommand implements Callable<Integer> {

    private static final Duration ANSWER = Duration.ofSeconds(15);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConformOptions options = new ConformOptions();

    @Option(names = "--host", defaultValue = "0.0.0.0", description = "The address to listen on (${DEFAULT-VALUE}).")
    private String host = "0.0.0.0";

    @Option(names = "--port", defaultValue = "9212", description = "The port to listen on (${DEFAULT-VALUE}).")
    private int port = 9212;

    @Option(names = "--mn", paramLabel = "MN", defaultValue = "", description = "The MN of the logger.")
    private String mn = "";

    @Option(
            names = "--pw",
            paramLabel = "PW",
            defaultValue = "123456",
            description = "Its password (${DEFAULT-VALUE}).")
    private String password = "123456";

    @Option(names = "--key", paramLabel = "KEY", description = "Its SM4 key, 16 characters.")
    private @Nullable String key;

    @Option(
            names = "--pace",
            defaultValue = "1",
            description = "What every wait is multiplied with (${DEFAULT-VALUE}); below 1 for simulated loggers.")
    private double pace = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec called = called();
        PrintWriter out = called.commandLine().getOut();
        try {
            List<ConformanceCase> cases = options.cases(Side.LOGGER);
            if (options.listsOnly()) {
                options.list(cases, out);
                return 0;
            }
            if (mn.isEmpty()) {
                throw new IllegalArgumentException("which MN does the logger have? --mn");
            }
            return examine(cases, out);
        } catch (CaseRefused | IllegalArgumentException e) {
            throw new ParameterException(called.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int examine(List<ConformanceCase> cases, PrintWriter out) throws IOException, InterruptedException {
        Set<KitEdition> editions = options.editions();
        List<Station> stations = editions.stream()
                .map(edition -> station(edition, mn, password, key))
                .toList();
        KitOptions how = KitOptions.defaults().withPace(pace).withWithin(ANSWER).withParallel(1);
        Clock clock = Clock.systemUTC();
        try (LoggerDesk desk = LoggerDesk.open(InetAddress.getByName(host), port)) {
            out.println("waiting for " + mn + " on port " + desk.port());
            out.flush();
            KitRun run = new KitRun(
                    how,
                    stations,
                    options.has(),
                    desk,
                    (station, command, content) -> Optional.of("a logger takes no orders"),
                    clock);
            return options.conclude(
                    new Examination(
                            Side.LOGGER, mn, clock.instant(), run.play(cases, result -> options.show(result, out))),
                    out);
        }
    }

    /** A station as the command line describes it; refuses a key that is none. */
    static Station station(KitEdition edition, String mn, String password, @Nullable String key) {
        if (key != null && key.length() != 16) {
            throw new IllegalArgumentException("--key: a key has 16 characters");
        }
        return new Station(
                edition,
                Station.Profile.PLAIN,
                mn,
                password,
                edition.isEncrypted() ? Optional.ofNullable(key) : Optional.empty(),
                Optional.empty());
    }

    private CommandSpec called() {
        if (spec == null) {
            throw new IllegalStateException("not called by the command line");
        }
        return spec;
    }
}
