package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Answer to: may an article stand in a final document. */
public sealed interface LawCitation {

    /** Calls the function of the variant. */
    <T> T match(Function<Printable, T> printable, Function<Withheld, T> withheld);

    /**
     * A row that is verified may; any other only when a named officer has confirmed that the text was checked.
     *
     * @param confirmation who confirmed it, if somebody did
     */
    static LawCitation of(LegalBasis basis, Optional<Confirmation> confirmation) {
        if (basis.mark() == Verification.VERIFIED || confirmation.isPresent()) {
            return new Printable(basis, basis.citation(), confirmation);
        }
        return new Withheld(
                basis, basis.citation() + " is " + basis.mark() + ": an officer must confirm the text first");
    }

    /**
     * An officer's word that a text was checked.
     *
     * @param by who
     * @param at when
     * @param reason against what it was checked
     */
    record Confirmation(String by, Instant at, String reason) {
        public Confirmation {
            if (by.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("a confirmation has a name and a reason");
            }
        }
    }

    /** It may. */
    record Printable(LegalBasis basis, String text, Optional<Confirmation> confirmation) implements LawCitation {
        @Override
        public <T> T match(Function<Printable, T> printable, Function<Withheld, T> withheld) {
            return printable.apply(this);
        }
    }

    /** It may not; in a draft it stands with its mark. */
    record Withheld(LegalBasis basis, String why) implements LawCitation {
        @Override
        public <T> T match(Function<Printable, T> printable, Function<Withheld, T> withheld) {
            return withheld.apply(this);
        }
    }
}
