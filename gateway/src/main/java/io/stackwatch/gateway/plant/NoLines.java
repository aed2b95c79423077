package io.stackwatch.gateway.plant;

import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.core.registry.Mn;
import java.util.List;
import java.util.Map;

/** Where nothing runs. */
final class NoLines implements SourceLines {

    @Override
    public List<SourceStatus> statuses() {
        return List.of();
    }

    @Override
    public Map<Mn, String> problems() {
        return Map.of();
    }

    @Override
    public List<CertificateFile> certificates() {
        return List.of();
    }

    @Override
    public boolean trust(String thumbprint) {
        return false;
    }

    @Override
    public boolean withdraw(String thumbprint) {
        return false;
    }
}
