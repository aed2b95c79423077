package io.stackwatch.gateway.app;

import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Registers outlets for a test, the way an officer does: through sheets. */
final class SheetsFolder {

    private final List<String> outlets = new ArrayList<>(List.of("id,enterprise,name,industry,factors,from"));
    private final List<String> stations =
            new ArrayList<>(List.of("mn,outlet,edition,crc,password_policy,password,from"));
    private final List<String> permits = new ArrayList<>(
            List.of("id,outlet,factor,limit_mg_m3,reference_o2_pct,averaging,instrument,clause,from,mark"));

    /** An outlet with SO2 assessed and one station. */
    SheetsFolder outlet(String id, String mn, String crc, String from) {
        outlets.add(String.join(",", id, "E1", id, "D4412", "a21026", from));
        stations.add(String.join(",", mn, id, "2017", crc, "IGNORE", "", from));
        return this;
    }

    /** The outlet's permitted hour mean of SO2 at 6 percent oxygen. */
    SheetsFolder permit(String outlet, String limit, String from) {
        permits.add(String.join(
                ",",
                outlet + "-SO2",
                outlet,
                "a21026",
                limit,
                "6",
                "HOUR",
                "permit " + outlet,
                "1",
                from,
                "UNVERIFIED"));
        return this;
    }

    /** Takes the sheets over into the store that the settings name; nobody else may have it open. */
    void takeOver(Config config, Path folder, String from) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,测试企业,371502," + from));
        Files.write(folder.resolve("outlets.csv"), outlets);
        Files.write(folder.resolve("stations.csv"), stations);
        Files.write(folder.resolve("permits.csv"), permits);
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(folder);
            if (!report.errors().isEmpty()) {
                throw new AssertionError("sheets of the test: " + report.errors());
            }
        }
    }
}
