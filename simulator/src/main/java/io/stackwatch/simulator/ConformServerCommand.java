package io.stackwatch.simulator;

import io.stackwatch.simulator.conform.CaseRefused;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.HttpOrders;
import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.KitOptions;
import io.stackwatch.simulator.conform.KitRun;
import io.stackwatch.simulator.conform.KitStations;
import io.stackwatch.simulator.conform.Lines;
import io.stackwatch.simulator.conform.Need;
import io.stackwatch.simulator.conform.Orders;
import io.stackwatch.simulator.conform.Side;
import io.stackwatch.simulator.conform.Station;
import io.stackwatch.simulator.conform.outcome.Examination;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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

/** {@code simulator conform server}: the kit plays loggers against a platform. */
@Command(
        name = "server",
        description = {
            "Examines a platform: the kit connects to it as data loggers do.",
            "The platform has to know the stations: one by --mn and --pw, or those of a sheet by --stations."
        },
        mixinStandardHelpOptions = true)
final class ConformServerCommand implements Callable<Integer> {

    private static final Duration REACHED_WITHIN = Duration.ofSeconds(5);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConformOptions options = new ConformOptions();

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Where the platform is (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "9212", description = "Its port (${DEFAULT-VALUE}).")
    private int port = 9212;

    @Option(names = "--mn", paramLabel = "MN", description = "A station that the platform knows.")
    private @Nullable String mn;

    @Option(
            names = "--pw",
            paramLabel = "PW",
            defaultValue = "123456",
            description = "Its password (${DEFAULT-VALUE}).")
    private String password = "123456";

    @Option(names = "--key", paramLabel = "KEY", description = "Its SM4 key, 16 characters.")
    private @Nullable String key;

    @Option(names = "--stations", paramLabel = "FILE", description = "Stations from kit.csv ('conform sheets').")
    private @Nullable Path sheet;

    @Option(names = "--order-url", paramLabel = "URL", description = "The API of stackwatch, to make it send requests.")
    private @Nullable URI orderUrl;

    @Option(names = "--within", defaultValue = "5", description = "Seconds that an answer may take (${DEFAULT-VALUE}).")
    private double within = 5;

    @Option(
            names = "--parallel",
            defaultValue = "8",
            description = "Cases at once, stations permitting (${DEFAULT-VALUE}).")
    private int parallel = 8;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec called = called();
        PrintWriter out = called.commandLine().getOut();
        try {
            List<ConformanceCase> cases = options.cases(Side.SERVER);
            if (options.listsOnly()) {
                options.list(cases, out);
                return 0;
            }
            return examine(called, cases, out);
        } catch (CaseRefused | IllegalArgumentException e) {
            throw new ParameterException(called.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int examine(CommandSpec called, List<ConformanceCase> cases, PrintWriter out)
            throws IOException, InterruptedException, CaseRefused {
        List<Station> stations = stations();
        if (stations.isEmpty()) {
            throw new ParameterException(
                    called.commandLine(), "which stations does the platform know? --mn or --stations");
        }
        Lines lines = Lines.to(host, port);
        try {
            lines.open(REACHED_WITHIN).close();
        } catch (IOException e) {
            out.println(host + ":" + port + ": " + e.getMessage());
            out.flush();
            return Simulator.UNREACHABLE;
        }
        Set<Need> has = options.has();
        Orders orders = (station, command, content) -> Optional.of("nobody was named who takes orders");
        if (orderUrl != null) {
            has.add(Need.ORDERS);
            orders = new HttpOrders(orderUrl);
        }
        KitOptions how = KitOptions.defaults()
                .withWithin(Duration.ofMillis(Math.round(within * 1000)))
                .withParallel(parallel);
        Clock clock = Clock.systemUTC();
        KitRun run = new KitRun(how, stations, has, lines, orders, clock);
        return options.conclude(
                new Examination(
                        Side.SERVER,
                        host + ":" + port,
                        clock.instant(),
                        run.play(cases, result -> options.show(result, out))),
                out);
    }

    private List<Station> stations() throws IOException, CaseRefused {
        List<Station> stations = new ArrayList<>();
        if (sheet != null) {
            stations.addAll(KitStations.read(sheet));
        }
        if (mn != null) {
            for (KitEdition edition : options.editions()) {
                stations.add(ConformLoggerCommand.station(edition, mn, password, key));
            }
        }
        return stations;
    }

    private CommandSpec called() {
        if (spec == null) {
            throw new IllegalStateException("not called by the command line");
        }
        return spec;
    }
}
