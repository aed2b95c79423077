package io.stackwatch.simulator.report;

import io.stackwatch.simulator.plant.Quantity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Codes and decimals of all quantities ({@code factors.csv}); immutable. */
public final class FactorTable {

    private final Map<Quantity, Factor> factors;

    private FactorTable(Map<Quantity, Factor> factors) {
        this.factors = factors;
    }

    /** Reads the table from the class path. */
    public static FactorTable load() {
        try (InputStream in = FactorTable.class.getResourceAsStream("factors.csv")) {
            if (in == null) {
                throw new IllegalStateException("factors.csv is not on the class path");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            Map<Quantity, Factor> factors = new EnumMap<>(Quantity.class);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Quantity quantity = Quantity.named(cells[0])
                        .orElseThrow(() -> new IllegalStateException("factors.csv: no quantity '" + cells[0] + "'"));
                factors.put(
                        quantity,
                        new Factor(
                                quantity, cells[1], cells[2], Integer.parseInt(cells[3]), Integer.parseInt(cells[4])));
            }
            return new FactorTable(factors);
        } catch (IOException e) {
            throw new UncheckedIOException("factors.csv cannot be read", e);
        }
    }

    /** The row of a quantity. */
    public Factor of(Quantity quantity) {
        Factor factor = factors.get(quantity);
        if (factor == null) {
            throw new IllegalArgumentException("factors.csv has no row for " + quantity.scenarioName());
        }
        return factor;
    }
}
