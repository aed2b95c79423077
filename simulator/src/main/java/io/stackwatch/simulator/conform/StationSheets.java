package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the kit's stations as sheets that the gateway imports (docs/recipes/register-an-outlet.md). Strict: one checksum,
 * wrong passwords rejected; no permits and no duties, so that nothing is judged. Keys stand in no sheet: they are entered.
 */
public final class StationSheets {

    private static final String FROM = "2020-01-01";

    private StationSheets() {}

    /** Writes {@code enterprises.csv}, {@code outlets.csv} and {@code stations.csv} into a folder, made if need be. */
    public static void write(Path folder, List<Station> stations) throws IOException {
        Files.createDirectories(folder);
        // a registry that knows no encryption yet need not hear of it
        boolean secret = stations.stream().anyMatch(each -> each.key().isPresent());
        List<String> outlets = new ArrayList<>(List.of("id,enterprise,name,industry,factors,from"));
        List<String> rows = new ArrayList<>(
                List.of("mn,outlet,edition,crc,password_policy,password,from" + (secret ? ",encryption" : "")));
        for (Station each : stations) {
            String outlet = "KIT-" + each.mn();
            outlets.add(String.join(",", outlet, "KIT", "conformance " + each.edition(), "D4430", "a21026", FROM));
            String row = String.join(
                    ",",
                    each.mn(),
                    outlet,
                    Integer.toString(each.edition().year()),
                    each.profile() == Station.Profile.MODBUS ? "MODBUS" : "HJ212",
                    "REJECT",
                    each.password(),
                    FROM);
            rows.add(secret ? row + "," + (each.key().isPresent() ? "RAW" : "NONE") : row);
        }
        lines(folder.resolve("enterprises.csv"), List.of("id,name,region,from", "KIT,conformance kit,371502," + FROM));
        lines(folder.resolve("outlets.csv"), outlets);
        lines(folder.resolve("stations.csv"), rows);
    }

    private static void lines(Path file, List<String> lines) throws IOException {
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
