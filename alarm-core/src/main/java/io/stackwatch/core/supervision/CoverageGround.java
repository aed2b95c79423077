package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;

/**
 * One ground on which an outlet must be on line.
 *
 * @param kind what it rests on
 * @param id the row of the plan, or the kind of legal basis
 * @param text the document, or the numbers that decided
 * @param mark how far it has been checked
 * @param since from when on it holds for this outlet
 */
public record CoverageGround(Kind kind, String id, String text, Verification mark, Instant since) {

    /** What a ground rests on. */
    public enum Kind {
        /** A registered duty of law ({@link CemsDuty}): list of key units, permit, approval. */
        LEGAL_DUTY,
        /** The plan, by the height of the stack. */
        STACK_HEIGHT,
        /** The plan, by industry. */
        INDUSTRY,
        /** The plan, by a kept coal boiler of the threshold or more. */
        COAL_BOILER
    }
}
