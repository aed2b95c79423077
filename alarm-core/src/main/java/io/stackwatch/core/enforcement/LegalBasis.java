package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;

/**
 * An article of law and when it is the ground for a matter: a row of {@code legal-basis.csv}.
 *
 * @param id stable name of the row
 * @param matter what it is about
 * @param instrument the law
 * @param article number and paragraph
 * @param consequence what it provides, in short
 * @param effective for acts in which time it is the ground
 * @param note what an officer must know, may be empty text
 * @param mark how far the row has been checked
 */
public record LegalBasis(
        String id,
        Matter matter,
        String instrument,
        String article,
        String consequence,
        Effective effective,
        String note,
        Verification mark) {}
