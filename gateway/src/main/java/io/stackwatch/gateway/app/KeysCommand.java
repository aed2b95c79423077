package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationKeyRecords;
import io.stackwatch.gateway.records.StationKeyRow;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Enters a station's key. The key comes from the console or from standard input, never from the command line. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Enters a station's SM4 key (16 characters), which is asked for on the console or read from standard input;",
            "or lists which keys a station has, without showing them."
        })
final class KeysCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--station", required = true, paramLabel = "MN", description = "The station.")
    private @Nullable String station;

    @Option(names = "--by", paramLabel = "NAME", description = "Who enters the key; kept in the audit trail.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit trail.")
    private String reason = "";

    @Option(
            names = "--overlap",
            paramLabel = "DURATION",
            description = "How long the key before is still tried, such as PT0S; without it the setting keys.overlap.")
    private @Nullable Duration overlap;

    @Option(names = "--list", description = "List numbers and dates of the station's keys instead.")
    private boolean list;

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream in;
    private final Clock clock;

    KeysCommand() {
        this(System.in, Clock.systemUTC());
    }

    KeysCommand(InputStream in, Clock clock) {
        this.in = in;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Mn mn = new Mn(Failures.specified(station));
        Config settings = config.read(System.getenv());
        DataFolder folder = DataFolder.of(settings);
        PrintWriter out = Failures.specified(spec).commandLine().getOut();
        try (RecordStore store = RecordStore.open(folder.records(settings))) {
            if (list) {
                print(store.read(handle -> StationKeyRecords.of(handle, mn)), out);
                return ExitCode.OK;
            }
            Duration usual = settings.get(Settings.KEYS_OVERLAP);
            KeyStore keys = KeyStore.open(store, folder.masterKey(settings), usual);
            int number = keys.enter(mn, key(), act(), overlap == null ? usual : overlap);
            out.printf(
                    "key %d of %s is sealed; master key file %s: back it up%n", number, mn, folder.masterKey(settings));
            out.println("a running gateway uses it within a minute");
            out.flush();
            return ExitCode.OK;
        }
    }

    private Act act() {
        try {
            return new Act(clock.instant(), by, reason);
        } catch (IllegalArgumentException missing) {
            throw new ParameterException(
                    Failures.specified(spec).commandLine(), "--by and --reason: " + missing.getMessage(), missing);
        }
    }

    private StationKey key() throws IOException {
        try {
            return StationKey.of(read());
        } catch (IllegalArgumentException noKey) {
            throw new ParameterException(Failures.specified(spec).commandLine(), noKey.getMessage(), noKey);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // where it is never null, it reads what is redirected as well
    private String read() throws IOException {
        Console console = System.console();
        if (console != null && in == System.in) {
            return new String(console.readPassword("key (16 characters, not shown): "));
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        String line = lines.readLine();
        return line == null ? "" : line;
    }

    private static void print(List<StationKeyRow> rows, PrintWriter out) {
        for (StationKeyRow row : rows) {
            out.printf(
                    "key %d entered %s by %s, tried from %s until %s%n",
                    row.number(),
                    row.createdAt(),
                    row.enteredBy(),
                    row.validFrom().equals(Instant.EPOCH) ? "ever" : row.validFrom(),
                    row.retiredAt().map(Instant::toString).orElse("further notice"));
        }
        out.printf("%d keys%n", rows.size());
        out.flush();
    }
}
