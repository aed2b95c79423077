package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.supervision.CountyCoverage;
import io.stackwatch.core.supervision.CoverageEntry;
import io.stackwatch.core.supervision.CoverageGround;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who must be on line and who is, as it is shown. */
final class CoverageView {

    private CoverageView() {}

    /** A county in numbers. */
    record County(String county, String name, int entries, int mustBeOnline, int lacking, int notKnown) {

        static County of(CountyCoverage coverage) {
            return new County(
                    coverage.code().value(),
                    coverage.name(),
                    coverage.entries().size(),
                    coverage.must(),
                    coverage.lacking().size(),
                    coverage.notKnown());
        }
    }

    /** Why something must be on line. */
    record Ground(CoverageGround.Kind kind, String id, String text, Verification mark, Instant since) {

        static Ground of(CoverageGround ground) {
            return new Ground(ground.kind(), ground.id(), ground.text(), ground.mark(), ground.since());
        }
    }

    /** An outlet, or a boiler without one. */
    record Entry(
            String county,
            String enterprise,
            String enterpriseName,
            Optional<String> outlet,
            List<String> boilers,
            String name,
            Optional<String> stackHeightMetres,
            Optional<String> industry,
            Optional<String> station,
            CoverageEntry.Must must,
            List<Ground> grounds,
            CoverageEntry.Line line,
            Optional<Instant> since,
            boolean lacking) {

        static Entry of(CoverageEntry entry) {
            CoverageEntry.Thing thing = entry.thing();
            return new Entry(
                    entry.county().value(),
                    entry.enterprise().value(),
                    entry.enterpriseName(),
                    thing.outlet().map(Object::toString),
                    thing.boilers().stream().map(Object::toString).toList(),
                    thing.name(),
                    thing.stackHeightMetres().map(BigDecimal::toPlainString),
                    thing.industry().map(Object::toString),
                    thing.station().map(Object::toString),
                    entry.must(),
                    entry.grounds().stream().map(Ground::of).toList(),
                    entry.line(),
                    entry.since(),
                    entry.lacking());
        }

        /** The word that names it; words are in the order of the list, because a blank comes before whatever an id is made of. */
        String place() {
            return county + " " + enterprise + " " + outlet.orElseGet(() -> boilers.get(0));
        }
    }
}
