package io.stackwatch.gateway.plant;

import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.SourceGap;
import io.stackwatch.gateway.records.TrustActRow;
import java.util.List;
import java.util.Optional;

/** A desk at which there is nothing. */
final class NoPlants implements PlantDesk {

    @Override
    public List<BoilerFile> boilers() {
        return List.of();
    }

    @Override
    public List<SourceFile> sources() {
        return List.of();
    }

    @Override
    public Optional<SourceFile> source(String id) {
        return Optional.empty();
    }

    @Override
    public List<SourceGap> gaps(String id, int limit) {
        return List.of();
    }

    @Override
    public List<CertificateFile> certificates() {
        return List.of();
    }

    @Override
    public List<TrustActRow> trustActs(int limit) {
        return List.of();
    }

    @Override
    public Optional<TrustActRow> decide(String thumbprint, TrustActRow.Kind kind, Act act) {
        return Optional.empty();
    }
}
