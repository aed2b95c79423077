package io.stackwatch.core.enforcement;

import io.stackwatch.core.penalty.FineRange;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.util.Optional;
import java.util.Set;

/**
 * An article of law and when it is the ground for a matter: a row of {@code legal-basis.csv}.
 *
 * @param id stable name of the row
 * @param matter what it is about
 * @param instrument the law
 * @param article number and paragraph
 * @param consequence what it provides, in short
 * @param fine the range of its fine; empty if it names none
 * @param allows what it lets the authority do
 * @param who which authority, may be empty text
 * @param hearingAbove above which fine it lets a hearing be requested; empty: the general threshold
 * @param effective for acts in which time it is the ground
 * @param supersededBy the row that took its place, if one did
 * @param note what an officer must know, may be empty text
 * @param mark how far the row has been checked
 */
public record LegalBasis(
        String id,
        Matter matter,
        String instrument,
        String article,
        String consequence,
        Optional<FineRange> fine,
        Set<Sanction> allows,
        String who,
        Optional<Yuan> hearingAbove,
        Effective effective,
        Optional<String> supersededBy,
        String note,
        Verification mark) {

    public LegalBasis {
        allows = Set.copyOf(allows);
        if (fine.isPresent() && !allows.contains(Sanction.FINE)) {
            throw new IllegalArgumentException(id + " has a range and allows no fine");
        }
    }

    /** Instrument and article, as a document cites them. */
    public String citation() {
        return "《" + instrument + "》" + article;
    }
}
