package io.stackwatch.simulator;

import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.KitStations;
import io.stackwatch.simulator.conform.Station;
import io.stackwatch.simulator.conform.StationSheets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulator conform sheets}: the stations that the kit brings along, for a stackwatch and for the kit. */
@Command(
        name = "sheets",
        description = {
            "Writes the registry sheets of the kit's stations for 'stackwatch import', and kit.csv for 'conform server'.",
            "Keys of encrypted stations stand in kit.csv only; they are entered at the gateway one by one."
        },
        mixinStandardHelpOptions = true)
final class ConformSheetsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--dir", required = true, paramLabel = "FOLDER", description = "Where they go.")
    private Path folder = Path.of("");

    @Option(
            names = "--edition",
            required = true,
            split = ",",
            paramLabel = "EDITION",
            converter = ConformOptions.EditionConverter.class,
            description = "2005, 2017, 2025 or 2025-sm4; several with commas.")
    private List<KitEdition> editions = List.of();

    @Override
    public Integer call() throws IOException {
        List<Station> stations = KitStations.of(EnumSet.copyOf(editions));
        StationSheets.write(folder, stations);
        KitStations.write(folder.resolve("kit.csv"), stations);
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("wrote the sheets of " + stations.size() + " stations and kit.csv to " + folder);
            out.flush();
        }
        return 0;
    }
}
