package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.ObjectionProposals;
import io.stackwatch.core.enforcement.Prospect;
import io.stackwatch.gateway.records.CaseActRow;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.CaseDeadlineRow;
import io.stackwatch.gateway.records.CaseLine;
import io.stackwatch.gateway.records.CaseObjectionRecords;
import io.stackwatch.gateway.records.CasePaperRecords;
import java.util.List;
import java.util.Optional;

/**
 * A case file with everything that hangs on it, at one moment.
 *
 * @param line where it stands
 * @param file as its acts have made it
 * @param acts what was done, with the numbers of the rows
 * @param hours what it is about, as its acts have left them
 * @param prospects what can be done next, and what cannot and why
 * @param deadlines those that run and those that are over
 * @param money law and amounts as of the moment
 * @param papers documents, calculations, proofs and hand-overs
 * @param objections of the enterprise
 * @param proposal what an officer is proposed to do about objections that were upheld
 * @param notices what the sweep told
 */
public record CaseDossier(
        CaseLine line,
        CaseFile file,
        List<CaseActRow> acts,
        List<CaseHour> hours,
        List<Prospect> prospects,
        List<CaseDeadlineRow> deadlines,
        CaseAccount money,
        Papers papers,
        List<CaseObjectionRecords.Objection> objections,
        Optional<ObjectionProposals.Proposal> proposal,
        List<CaseDeadlineRecords.Notice> notices) {

    /** What hangs on the acts. */
    public record Papers(
            List<CasePaperRecords.Paper> documents,
            List<CasePaperRecords.Line> calculations,
            List<CasePaperRecords.Proof> proofs,
            List<CasePaperRecords.Handed> handOvers) {}
}
