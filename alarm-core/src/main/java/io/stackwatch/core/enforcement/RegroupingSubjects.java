package io.stackwatch.core.enforcement;

import io.stackwatch.core.enforcement.FileSubject.Violation;
import io.stackwatch.core.enforcement.RegroupingAnswer.FitsNot;
import io.stackwatch.core.enforcement.RegroupingAnswer.Reason;
import java.util.Optional;

/** Whether two case files are about what may be one case: one outlet, one party, one matter of law. Pure. */
final class RegroupingSubjects {

    private RegroupingSubjects() {}

    static Optional<FitsNot> differ(RegroupingRule.Side stays, RegroupingRule.Side ends) {
        if (stays.file().id().equals(ends.file().id())) {
            return unfit(Reason.SAME_FILE, stays.file().id().value());
        }
        Optional<FitsNot> county = county(stays).or(() -> county(ends));
        if (county.isPresent()) {
            return county;
        }
        if (!stays.outlet().equals(ends.outlet())) {
            return unfit(
                    Reason.OTHER_OUTLET,
                    stays.outlet().orElseThrow() + " and " + ends.outlet().orElseThrow());
        }
        return differ(violation(stays), violation(ends));
    }

    private static Optional<FitsNot> differ(Violation stays, Violation ends) {
        if (!stays.enterprise().equals(ends.enterprise())) {
            return unfit(Reason.OTHER_ENTERPRISE, stays.enterprise() + " and " + ends.enterprise());
        }
        if (stays.matter() != ends.matter()) {
            return unfit(Reason.OTHER_MATTER, stays.matter() + " and " + ends.matter());
        }
        if (stays.livelihood() != ends.livelihood()) {
            return unfit(Reason.OTHER_CIRCUMSTANCES, "only one of them serves livelihood");
        }
        return stays.harm() == ends.harm()
                ? Optional.empty()
                : unfit(Reason.OTHER_CIRCUMSTANCES, "only one of them did harm");
    }

    static Optional<FitsNot> county(RegroupingRule.Side side) {
        return side.file()
                .subject()
                .match(
                        violation -> side.outlet().isPresent()
                                ? Optional.empty()
                                : unfit(Reason.OTHER_SUBJECT, side.file().id() + " has no outlet"),
                        county -> unfit(Reason.OTHER_SUBJECT, side.file().id() + " is about a county"));
    }

    private static Violation violation(RegroupingRule.Side side) {
        return side.file().subject().match(found -> found, county -> {
            throw new IllegalStateException(side.file().id() + " is about a county");
        });
    }

    static Optional<FitsNot> unfit(Reason reason, String detail) {
        return Optional.of(new FitsNot(reason, detail));
    }
}
