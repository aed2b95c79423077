package io.stackwatch.gateway.station;

import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A registry with the outlets DA001 and DA002, and the stations that a test names. */
final class OneOutlet {

    private OneOutlet() {}

    /**
     * Registers them.
     *
     * @param stations rows of mn, outlet, edition, password_policy, password, refused_findings, peers, from
     */
    static void register(RecordStore store, Path folder, String... stations) throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        Files.write(sheets.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,示例热电厂,371502,2026-01-01"));
        Files.write(
                sheets.resolve("outlets.csv"),
                List.of(
                        "id,enterprise,name,industry,factors,from",
                        "DA001,E1,1号锅炉,D4412,a21026 a19001,2026-01-01",
                        "DA002,E1,2号锅炉,D4412,a21026 a19001,2026-01-01"));
        List<String> rows =
                new ArrayList<>(List.of("mn,outlet,edition,password_policy,password,refused_findings,peers,from"));
        rows.addAll(List.of(stations));
        Files.write(sheets.resolve("stations.csv"), rows);
        ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
        if (!report.errors().isEmpty()) {
            throw new IllegalStateException("the sheets are wrong: " + report.errors());
        }
    }
}
