package io.stackwatch.core.enforcement;

import io.stackwatch.core.enforcement.LawComparison.Outcome;
import io.stackwatch.core.penalty.FineRange;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How heavy a later article is beside an earlier one, in its range and in what else it allows. */
record Severity(Weight fine, Weight sanctions, String reason) {

    /** How heavy the later one is. */
    enum Weight {
        LIGHTER,
        EQUAL,
        HEAVIER,
        CROSSED
    }

    static Severity of(LegalBasis then, LegalBasis now) {
        Weight fine = fine(then.fine(), now.fine());
        Weight sanctions = sanctions(then.allows(), now.allows());
        String reason = then.citation() + " " + range(then) + " " + names(then.allows()) + "; " + now.citation() + " "
                + range(now) + " " + names(now.allows()) + ": fine " + fine + ", other sanctions " + sanctions;
        return new Severity(fine, sanctions, reason);
    }

    Outcome outcome() {
        boolean comparable = fine != Weight.CROSSED && sanctions != Weight.CROSSED;
        boolean lighter = fine == Weight.LIGHTER || sanctions == Weight.LIGHTER;
        boolean heavier = fine == Weight.HEAVIER || sanctions == Weight.HEAVIER;
        if (!comparable || (lighter && heavier)) {
            return Outcome.OFFICER_DECIDES;
        }
        return lighter ? Outcome.NEW_IS_LIGHTER : Outcome.OLD_APPLIES;
    }

    private static Weight fine(Optional<FineRange> then, Optional<FineRange> now) {
        if (then.isEmpty() || now.isEmpty()) {
            return then.equals(now) ? Weight.EQUAL : Weight.CROSSED;
        }
        int floor = now.get().minimum().compareTo(then.get().minimum());
        int ceiling = now.get().maximum().compareTo(then.get().maximum());
        if (floor == 0 && ceiling == 0) {
            return Weight.EQUAL;
        }
        if (floor <= 0 && ceiling <= 0) {
            return Weight.LIGHTER;
        }
        return floor >= 0 && ceiling >= 0 ? Weight.HEAVIER : Weight.CROSSED;
    }

    private static Weight sanctions(Set<Sanction> then, Set<Sanction> now) {
        Set<Sanction> before = gravest(then);
        Set<Sanction> after = gravest(now);
        boolean gone = !after.containsAll(before);
        boolean added = !before.containsAll(after);
        if (gone && added) {
            return onlyHarder(before, after) ? Weight.HEAVIER : Weight.CROSSED;
        }
        return gone ? Weight.LIGHTER : added ? Weight.HEAVIER : Weight.EQUAL;
    }

    /** Whether the only thing that is gone is a suspension that may be, for one that must be. */
    private static boolean onlyHarder(Set<Sanction> before, Set<Sanction> after) {
        Set<Sanction> gone = EnumSet.copyOf(before);
        gone.removeAll(after);
        return gone.equals(EnumSet.of(Sanction.SUSPENSION)) && after.contains(Sanction.MANDATORY_SUSPENSION);
    }

    /** Restriction says nothing more where suspension is allowed, nor either where it is mandatory. */
    private static Set<Sanction> gravest(Set<Sanction> allowed) {
        Set<Sanction> left = EnumSet.noneOf(Sanction.class);
        left.addAll(allowed);
        if (left.contains(Sanction.MANDATORY_SUSPENSION)) {
            left.remove(Sanction.SUSPENSION);
        }
        if (left.contains(Sanction.SUSPENSION) || left.contains(Sanction.MANDATORY_SUSPENSION)) {
            left.remove(Sanction.RESTRICTION);
        }
        return left;
    }

    private static String range(LegalBasis basis) {
        return basis.fine().map(FineRange::toString).orElse("no range");
    }

    private static Set<Sanction> names(Set<Sanction> sanctions) {
        Set<Sanction> sorted = EnumSet.noneOf(Sanction.class);
        sorted.addAll(sanctions);
        return sorted;
    }
}
