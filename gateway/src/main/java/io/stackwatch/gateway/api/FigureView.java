package io.stackwatch.gateway.api;

import io.stackwatch.core.supervision.FigureHead;
import io.stackwatch.core.supervision.FigureLine;
import io.stackwatch.core.supervision.LinePlace;
import io.stackwatch.core.supervision.MonthDiff;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.RateBand;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Lines of the figures of a month as they are shown. */
final class FigureView {

    private FigureView() {}

    /** Whose figures. */
    record Place(
            LinePlace.Level level,
            Optional<String> county,
            Optional<String> enterprise,
            Optional<String> outlet,
            Optional<String> factor) {

        static Place of(LinePlace place) {
            return new Place(
                    place.level(),
                    place.county().map(Object::toString),
                    place.enterprise().map(Object::toString),
                    place.outlet().map(Object::toString),
                    place.factor().map(Object::toString));
        }
    }

    /** The figures themselves. */
    record Figures(
            long due,
            long received,
            long mustBeValid,
            long valid,
            long stopped,
            long exempt,
            long ownOutage,
            long standardCheck,
            Optional<RateView> transmission,
            Optional<RateView> validity,
            Optional<RateView> effective,
            RateBand band) {

        static Figures of(MonthLine line, RateBand band, BigDecimal required) {
            Counts counts = line.counts();
            Excluded excluded = line.excluded();
            return new Figures(
                    counts.due(),
                    counts.received(),
                    counts.mustBeValid(),
                    counts.valid(),
                    excluded.stopped(),
                    excluded.exempt(),
                    excluded.ownOutage(),
                    excluded.standardCheck(),
                    RateView.of(counts.transmission(), required),
                    RateView.of(counts.validity(), required),
                    RateView.of(counts.effective(), required),
                    band);
        }
    }

    /** What is kept of counties alone. */
    record County(List<String> formerCodes, Optional<String> meanOfEnterprises, int passing, int rated) {}

    /** A line. */
    record Line(Place place, String name, Figures figures, Optional<County> county) {

        static Line of(FigureLine line, FigureHead head) {
            return new Line(
                    Place.of(line.place()),
                    line.name(),
                    Figures.of(line.line(), head.band(line.line()), head.required()),
                    line.county()
                            .map(facts -> new County(
                                    facts.formerCodes().stream()
                                            .map(Object::toString)
                                            .toList(),
                                    facts.meanOfEnterprises().map(BigDecimal::toPlainString),
                                    facts.passing(),
                                    facts.rated())));
        }
    }

    /** A line that differs between two versions. */
    record Change(Place place, String name, Optional<Figures> before, Optional<Figures> after, boolean bandChanged) {

        static Change of(MonthDiff.Change change, MonthDiff diff) {
            return new Change(
                    Place.of(change.place()),
                    change.name(),
                    change.before().map(side -> figures(side, diff.before())),
                    change.after().map(side -> figures(side, diff.after())),
                    change.bandChanged());
        }

        private static Figures figures(MonthDiff.Side side, FigureHead head) {
            return Figures.of(side.line(), side.band(), head.required());
        }
    }
}
