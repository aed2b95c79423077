package io.stackwatch.gateway.api;

import io.stackwatch.core.emission.EmissionTotal;
import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.emission.Mass;
import io.stackwatch.core.emission.TotalDecision;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.quality.CaptureRate;
import io.stackwatch.core.quality.Sufficiency;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.emission.EmissionFile;
import io.stackwatch.gateway.emission.EmissionPeriod;
import io.stackwatch.gateway.emission.EmissionScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was let out over a period, as the interface shows it. */
record EmissionView(
        EmissionScope.Kind scope, String id, String period, Instant from, Instant until, Instant asOf, List<Sum> sums) {

    private static final int SHOWN = 6;

    /** Hours that have no mass of their own, for one reason. */
    record Without(HourEmission.Reason reason, boolean lost, int hours) {}

    /** A sum in which measured, substituted and absent are told apart; tonnes are decimals. */
    record Total(
            String measuredTonnes,
            int measuredHours,
            String substitutedTonnes,
            int substitutedHours,
            String sumTonnes,
            int lostHours,
            boolean complete,
            List<Without> absent) {

        static Total of(EmissionTotal total) {
            return new Total(
                    tonnes(total.measured()),
                    total.measuredHours(),
                    tonnes(total.substituted()),
                    total.substitutedHours(),
                    tonnes(total.sum()),
                    total.lostHours(),
                    total.complete(),
                    total.absent().entrySet().stream()
                            .map(entry ->
                                    new Without(entry.getKey(), entry.getKey().lost(), entry.getValue()))
                            .toList());
        }
    }

    /** A day or month. */
    record Part(String period, Total total) {}

    /** The capture rate of a quarter so far; the rate is a decimal, rounded for people. */
    record Capture(
            String quarter,
            Optional<String> rate,
            int hours,
            int stopped,
            int invalid,
            CaptureRate.Outcome outcome,
            String required,
            Verification mark) {

        static Capture of(CaptureRate.Answer answer) {
            return new Capture(
                    answer.quarter().toString(),
                    answer.rate().rate().map(EmissionView::shown),
                    answer.rate().hours(),
                    answer.rate().stopped(),
                    answer.rate().invalid(),
                    answer.outcome(),
                    answer.row().value(),
                    answer.row().mark());
        }
    }

    /** Whether enough of a day or a month was measured, and by which row. */
    record Validity(boolean enough, int had, int needed, String source, Verification mark) {

        static Validity of(Sufficiency sufficiency) {
            return sufficiency.match(
                    enough -> of(true, enough.had(), enough.needed(), enough.row()),
                    tooFew -> of(false, tooFew.had(), tooFew.needed(), tooFew.row()));
        }

        private static Validity of(boolean enough, int had, int needed, RuleParameter row) {
            return new Validity(enough, had, needed, row.source(), row.mark());
        }
    }

    /** One outlet, with the way to its hours. */
    record Line(OutletId outlet, Total total, List<Capture> capture, Optional<Validity> validity, String hours) {}

    /** One factor. */
    record Sum(Named factor, Total total, List<Part> parts, List<Line> outlets) {}

    static EmissionView of(EmissionFile file, FactorNames names) {
        EmissionPeriod period = file.period();
        return new EmissionView(
                file.scope().kind(),
                file.scope().id(),
                period.text(),
                period.window().start(),
                period.window().end(),
                file.asOf(),
                file.sums().stream()
                        .map(sum -> new Sum(
                                names.of(sum.factor()),
                                Total.of(sum.total()),
                                sum.parts().stream()
                                        .map(part -> new Part(part.period().text(), Total.of(part.total())))
                                        .toList(),
                                sum.lines().stream()
                                        .map(line -> line(line, sum, period))
                                        .toList()))
                        .toList());
    }

    private static Line line(EmissionFile.Line line, EmissionFile.Sum sum, EmissionPeriod period) {
        return new Line(
                line.outlet(),
                Total.of(line.total()),
                line.capture().stream().map(Capture::of).toList(),
                line.sufficiency().map(Validity::of),
                "/api/v1/outlets/" + Links.segment(line.outlet().value()) + "/emission-hours?factor="
                        + Links.segment(sum.factor().value()) + "&from="
                        + period.window().start() + "&until=" + period.window().end());
    }

    /** What a permit allows, and what has been used up. */
    record Permitted(
            Named factor,
            Optional<OutletId> outlet,
            String firstDay,
            String lastDay,
            String allowedTonnes,
            String document,
            Verification mark,
            Total total,
            String used,
            TotalDecision.Level level,
            TotalDecision.Reason reason,
            Optional<String> threshold) {

        static Permitted of(TotalDecision decision, FactorNames names) {
            return new Permitted(
                    names.of(decision.permitted().factor()),
                    decision.permitted().outlet(),
                    decision.permitted().firstDay().toString(),
                    decision.permitted().lastDay().toString(),
                    tonnes(decision.permitted().allowed()),
                    decision.permitted().document(),
                    decision.permitted().mark(),
                    Total.of(decision.total()),
                    shown(decision.used()),
                    decision.level(),
                    decision.reason(),
                    decision.row().map(RuleParameter::value));
        }
    }

    /** The permitted totals of an enterprise. */
    record AllPermitted(List<Permitted> items) {}

    static String tonnes(Mass mass) {
        return mass.tonnes().toPlainString();
    }

    private static String shown(Fraction share) {
        return share.rounded(SHOWN).toPlainString();
    }
}
