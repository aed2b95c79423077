package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.gateway.evidence.EvidencePackage;
import java.util.Optional;

/** Where evidence packages are made. May block on store and journal; called from worker threads only. */
@FunctionalInterface
public interface EvidenceDesk {

    /** The package of a candidate case as of now; empty if there is no such case. */
    Optional<EvidencePackage> of(CaseId candidate);
}
