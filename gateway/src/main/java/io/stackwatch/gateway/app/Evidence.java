package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.gateway.api.FactorTableNames;
import io.stackwatch.gateway.api.Hj212FrameReader;
import io.stackwatch.gateway.evidence.ActsOfCase;
import io.stackwatch.gateway.evidence.EvidencePackages;
import io.stackwatch.gateway.evidence.EvidenceSources;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.marking.MarkDesk;
import io.stackwatch.gateway.quality.StoredChecks;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.time.Clock;

/** Evidence packages, put together: of a running gateway, or of the folder of one that is stopped. */
final class Evidence {

    private Evidence() {}

    static EvidencePackages of(
            RecordStore store,
            Journal journal,
            LiveRegistry registry,
            JudgementRules rules,
            MarkDesk marks,
            ActsOfCase acts,
            Clock clock) {
        FactorTableNames names = new FactorTableNames(FactorTable.standard());
        return new EvidencePackages(
                new EvidenceSources(
                        new SqlRecordsView(store, () -> registry.snapshot().registry()),
                        journal,
                        registry::snapshot,
                        rules,
                        marks,
                        new StoredChecks(store, registry::snapshot, QaRule.load(), rules.parameters(), clock),
                        new ReadFrames(new Hj212FrameReader(
                                arrival -> registry.snapshot().profileOf(arrival))),
                        acts),
                factor -> names.of(factor).name());
    }
}
