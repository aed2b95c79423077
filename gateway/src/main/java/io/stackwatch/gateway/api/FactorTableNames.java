package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.core.measurement.FactorCode;
import java.util.Optional;

/** Names from the code table of HJ 212. */
public final class FactorTableNames implements FactorNames {

    private final FactorTable table;

    public FactorTableNames(FactorTable table) {
        this.table = table;
    }

    @Override
    public Named of(FactorCode factor) {
        return table.find(factor)
                .map(row -> new Named(factor.value(), row.nameZh(), Optional.of(row.nameEn())))
                .orElseGet(() -> new Named(factor.value(), factor.value(), Optional.empty()));
    }
}
