package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.penalty.FineAnswer;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.gateway.records.CaseFigureRecords.CountyFigures;
import io.stackwatch.gateway.records.CaseFileQuery;
import io.stackwatch.gateway.records.CaseLine;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import io.stackwatch.gateway.trail.TrailFinding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where cases are worked on.
 *
 * <p>Every method may block on the store and is called from worker threads only; several at a time. A text that cannot be what it stands
 * for, such as an empty reason, is an {@link IllegalArgumentException} that says so.
 */
public interface CaseworkDesk {

    /** What stands as the subject of a file in the audit trail. */
    static String trailSubject(CaseFileId file) {
        return "case-file:" + file;
    }

    /** Case files, newest first. */
    List<CaseLine> files(CaseFileQuery query);

    /**
     * One file with everything that hangs on it; empty if there is none.
     *
     * @param asks who asks, for whom rights are looked at; one who is not registered is nobody
     */
    Optional<CaseDossier> file(CaseFileId file, Optional<Who> asks);

    /** Who somebody is, in that role, today; empty if nobody is registered so. */
    Optional<PersonRow> person(Who who);

    /** What an enterprise sees of a file; empty if that is not its own. */
    Optional<EnterpriseSight> sight(CaseFileId file, EnterpriseId enterprise);

    /** Opens a file. */
    ActAnswer open(OpenOrder order);

    /** Does something in a file. */
    ActAnswer act(ActOrder order);

    /** Makes one file of two, or two of one. */
    ActAnswer regroup(RegroupOrder order);

    /** Says for an enterprise that it has received a document of its own case. */
    ActAnswer receive(CaseFileId file, long document, Who by, String reason);

    /** Objects for an enterprise to an hour that its case was opened on. */
    ActAnswer object(CaseFileId file, Instant hour, Who by, String reason);

    /** Answers an objection for the bureau. */
    ActAnswer answer(CaseFileId file, long objection, boolean upheld, Who by, String reason);

    /** Proposes a fine for a file from what was found; empty if there is no such file, or no article that names a fine. */
    Optional<FineAnswer> propose(CaseFileId file, Map<CircumstanceId, String> found);

    /** How counties deal with the candidate cases and files of a period. */
    List<CountyFigures> figures(Instant from, Instant until);

    /** Who is registered today. */
    List<PersonRow> persons();

    /** The rows of the audit trail about a file, behind a number. */
    List<TrailRow> trail(CaseFileId file, long behind, int limit);

    /**
     * Verifies the whole audit trail.
     *
     * @param noted a row that somebody noted elsewhere
     */
    TrailFinding verify(Optional<TrailRecords.Head> noted);

    /** Verifies the whole audit trail and that the acts of a file are those that it tells of; empty if there is no such file. */
    Optional<TrailFinding> verify(CaseFileId file);
}
