package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The data rows beside this class: comma-separated, without quotes, one header line. */
final class Rows {

    private Rows() {}

    static List<List<String>> of(String name) {
        try (InputStream resource = Rows.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            lines.readLine();
            List<List<String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(List.of(line.split(",", -1)));
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Edition edition(String year) {
        return switch (year) {
            case "2005" -> Edition.HJT212_2005;
            case "2017" -> Edition.HJ212_2017;
            case "2025" -> Edition.HJ212_2025;
            default -> throw new IllegalArgumentException("no edition of HJ 212: " + year);
        };
    }
}
