package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.document.EvidenceLine;
import io.stackwatch.gateway.records.CasePaperRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which papers of a case its documents list as evidence, and what they prove. Immutable. */
final class EvidenceWords {

    private final Map<DocumentKind, String> proves;

    private EvidenceWords(Map<DocumentKind, String> proves) {
        this.proves = proves;
    }

    static EvidenceWords load() {
        Map<DocumentKind, String> proves = new EnumMap<>(DocumentKind.class);
        for (DataTable.Row row :
                DataTable.resource(EvidenceWords.class, "document-evidence.csv").rows()) {
            row.constant("mark", Verification.class);
            if (proves.put(row.constant("kind", DocumentKind.class), row.text("proves")) != null) {
                throw row.fault("kind", "two rows for one kind");
            }
        }
        return new EvidenceWords(proves);
    }

    /** The evidence of the acts that are there, in their order: papers, then the files that prove them. */
    List<EvidenceLine> of(
            List<CaseAct> acts, List<CasePaperRecords.Paper> papers, List<CasePaperRecords.Proof> proofs) {
        List<EvidenceLine> lines = new ArrayList<>();
        for (CasePaperRecords.Paper paper : papers) {
            if (paper.place() <= acts.size()) {
                LocalDate day = acts.get(paper.place() - 1).day();
                Optional.ofNullable(proves.get(paper.kind()))
                        .ifPresent(
                                what -> lines.add(new EvidenceLine(paper.kind().title(), what, made(day))));
            }
        }
        for (CasePaperRecords.Proof proof : proofs) {
            if (proof.place() <= acts.size()) {
                CaseAct act = acts.get(proof.place() - 1);
                lines.add(new EvidenceLine(proof.name(), act.header().reason(), "SHA-256 " + proof.sha256()));
            }
        }
        return lines;
    }

    private static String made(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日制作";
    }
}
