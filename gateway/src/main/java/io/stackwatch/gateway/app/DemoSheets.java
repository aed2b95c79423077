package io.stackwatch.gateway.app;

import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.simulator.boiler.server.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The registry of the pretended outlets, as a variant of the demonstration wants it.
 *
 * @param names which sheets
 * @param adapted what becomes of the text of a sheet
 */
record DemoSheets(List<String> names, UnaryOperator<String> adapted) {

    private static final String LETTERHEADS = "letterheads.csv";
    private static final List<String> OF_LOGGERS = List.of(
            "enterprises.csv", "outlets.csv", "stations.csv", "permits.csv", "duties.csv", "ranges.csv", "persons.csv");
    private static final List<String> ALL = List.of(
            "enterprises.csv",
            "outlets.csv",
            "stations.csv",
            "permits.csv",
            "duties.csv",
            "ranges.csv",
            "persons.csv",
            "boilers.csv",
            "opcua-sources.csv",
            "opcua-nodes.csv");
    private static final String USUAL_ENDPOINT = "opc.tcp://127.0.0.1:" + ServerOptions.USUAL_PORT;
    private static final Pattern OF_BOILERS = Pattern.compile("DEMO-(E25|DA027|DA028|DA029)\\b");
    private static final Pattern NAMED = Pattern.compile("DEMO-(E|DA)\\d+\\b");
    private static final Pattern USUAL_FIRST_DAYS = Pattern.compile(",2026-11-2[23],");

    DemoSheets {
        names = List.copyOf(names);
    }

    /** Every outlet; the boilers are behind an OPC UA server at that address. */
    static DemoSheets withBoilers(String endpoint) {
        return new DemoSheets(ALL, text -> text.replace(USUAL_ENDPOINT, endpoint));
    }

    /** The outlets that have a logger, on line from that day on; nothing of the boilers behind the OPC UA server. */
    static DemoSheets ofLoggers(LocalDate firstDay) {
        return new DemoSheets(OF_LOGGERS, text -> text.lines()
                .filter(row -> !OF_BOILERS.matcher(row).find())
                .map(row -> USUAL_FIRST_DAYS.matcher(row).replaceAll("," + firstDay + ","))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    /** Some enterprises and outlets that have a logger, on line from that day on; nothing of others. */
    static DemoSheets of(Set<String> ids, LocalDate firstDay) {
        DemoSheets loggers = ofLoggers(firstDay);
        return new DemoSheets(OF_LOGGERS, text -> loggers.adapted()
                .apply(text)
                .lines()
                .filter(row ->
                        NAMED.matcher(row).results().map(MatchResult::group).allMatch(ids::contains))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    /**
     * Writes the sheets below the folder and takes them over; the head of documents goes to where the gateway looks for it.
     *
     * @throws IllegalStateException if they have errors
     */
    void register(Config config, Path folder) throws IOException {
        Path sheets = copyInto(folder.resolve("registry"));
        Files.writeString(
                Files.createDirectories(config.get(Settings.DATA_DIR)).resolve(LETTERHEADS), shipped(LETTERHEADS));
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
            if (!report.errors().isEmpty()) {
                throw new IllegalStateException("the demo's sheets are wrong: " + report.errors());
            }
        }
    }

    /** Writes the sheets into a folder, which is made if it is not there. */
    Path copyInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : names) {
            Files.writeString(folder.resolve(name), adapted.apply(shipped(name)));
        }
        return folder;
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = DemoSheets.class.getResourceAsStream("demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("demo/" + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
