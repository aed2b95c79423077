package io.stackwatch.simulator.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the registry of a load run's stations as the sheets that the gateway imports (docs/recipes/register-an-outlet.md).
 *
 * <p>One enterprise, an outlet and a station per connection; no permits and no duties, so that nothing is judged.
 */
public final class RegistrySheets {

    private static final String FROM = "2020-01-01";
    private static final String REGION = "371502";
    private static final String ENTERPRISE = "LOAD";

    private RegistrySheets() {}

    /** Writes {@code enterprises.csv}, {@code outlets.csv} and {@code stations.csv} into a folder, made if need be. */
    public static void write(Path folder, LoadOptions options) throws IOException {
        Files.createDirectories(folder);
        List<String> outlets = new ArrayList<>();
        List<String> stations = new ArrayList<>();
        outlets.add(
                "id,enterprise,name,industry,stack_height_m,control_zone,categories,factors,minute_evidence,from,until");
        stations.add(
                "mn,outlet,edition,crc,password_policy,password,minute_interval_min,label_at_end,units,from,until");
        for (int i = 0; i < options.connections(); i++) {
            String mn = options.mn(i);
            String outlet = "LOAD-" + mn;
            outlets.add(
                    outlet + "," + ENTERPRISE + ",load outlet " + i + ",D4430,,,,a34013 a21026 a21002,," + FROM + ",");
            stations.add(mn + "," + outlet + ",2017,HJ212,REJECT,123456,1,no,," + FROM + ",");
        }
        lines(
                folder.resolve("enterprises.csv"),
                List.of("id,name,region,from,until", ENTERPRISE + ",load generator," + REGION + "," + FROM + ","));
        lines(folder.resolve("outlets.csv"), outlets);
        lines(folder.resolve("stations.csv"), stations);
    }

    private static void lines(Path file, List<String> lines) throws IOException {
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
