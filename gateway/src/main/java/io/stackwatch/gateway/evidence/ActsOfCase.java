package io.stackwatch.gateway.evidence;

import io.stackwatch.core.enforcement.CaseId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What officers did in the case that grew from a candidate. Safe for use by several threads; may block on the store. */
@FunctionalInterface
public interface ActsOfCase {

    /** The acts and the rows of the audit trail about them; empty if no case was filed. */
    Optional<Course> of(CaseId candidate);

    /** For a city in which nothing is filed. */
    static ActsOfCase none() {
        return candidate -> Optional.empty();
    }

    /**
     * The course of a case.
     *
     * @param acts what was done, in order
     * @param trail the rows of the audit trail, in order
     */
    record Course(List<Act> acts, List<TrailLine> trail) {
        public Course {
            acts = List.copyOf(acts);
            trail = List.copyOf(trail);
        }
    }

    /**
     * An act.
     *
     * @param strand such as {@code ORDER-2}; behind the file and a blank, if its hours went to another one
     * @param kind what was done
     * @param day on which day
     * @param enteredAt when it was entered
     * @param by who, with his role
     * @param second the second officer, may be empty text
     * @param document number of its document or receipt, may be empty text
     * @param amount in yuan, may be empty text
     * @param reason why
     */
    record Act(
            String strand,
            String kind,
            LocalDate day,
            Instant enteredAt,
            String by,
            String second,
            String document,
            String amount,
            String reason) {}

    /**
     * A row of the audit trail. Its digest is the SHA-256 of its other columns in order, each as {@code length:text} with the length in
     * UTF-8 bytes and the time in milliseconds since 1970.
     *
     * @param number from 1
     * @param at when
     * @param actor who
     * @param role as what
     * @param act what was done
     * @param subject about what
     * @param reason why
     * @param content SHA-256 of what was done in full
     * @param previous digest of the row before
     * @param sha256 its digest
     */
    record TrailLine(
            long number,
            Instant at,
            String actor,
            String role,
            String act,
            String subject,
            String reason,
            String content,
            String previous,
            String sha256) {}
}
