package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CheckResult;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.penalty.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to do in a case.
 *
 * @param file in which
 * @param strand in which strand; one that has not begun, if the act begins it
 * @param kind what
 * @param by who
 * @param second the second officer, if there is one
 * @param reason why, or what it rests on
 * @param carries what the act carries
 * @param circumstances what was found for the discretion of a fine; empty if nothing is to be calculated
 * @param proofs files on the shelf that prove it
 */
public record ActOrder(
        CaseFileId file,
        Strand strand,
        ActKind kind,
        Who by,
        Optional<Who> second,
        String reason,
        Carries carries,
        Map<CircumstanceId, String> circumstances,
        List<NamedProof> proofs) {

    public ActOrder {
        circumstances = Map.copyOf(circumstances);
        proofs = List.copyOf(proofs);
    }

    /**
     * What an act may carry; which of it, its kind says.
     *
     * @param day on which it happened; today where it is not given
     * @param number of a document that has no series of ours, or the row of law that is confirmed
     * @param amount that it names
     * @param found what a check found
     * @param proof of service
     */
    public record Carries(
            Optional<LocalDate> day,
            Optional<String> number,
            Optional<Yuan> amount,
            Optional<CheckResult> found,
            Optional<String> proof) {

        /** Nothing. */
        public static final Carries NOTHING =
                new Carries(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A file on the shelf by its digest, with the name that it has for people. */
    public record NamedProof(String name, String sha256) {}
}
