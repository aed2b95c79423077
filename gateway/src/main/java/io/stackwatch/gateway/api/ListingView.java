package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.supervision.Exceeding;
import io.stackwatch.core.supervision.ListingAnswer;
import io.stackwatch.core.supervision.ListingAnswer.NotProposed;
import io.stackwatch.core.supervision.ListingAnswer.Proposed;
import io.stackwatch.core.supervision.ListingBasis;
import io.stackwatch.core.supervision.ListingCause;
import io.stackwatch.core.supervision.MonthState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which counties should be listed for a month, as it is shown.
 *
 * @param state how far the month has come; before it is frozen the answers may still change
 */
record ListingView(String month, int version, MonthState state, List<Answer> items) {

    /** One county. */
    record Answer(
            String county,
            String name,
            boolean proposed,
            Optional<ListingAnswer.Reason> reason,
            Optional<RateView> rate,
            Optional<String> required,
            Optional<Integer> exceeding,
            Optional<Integer> several,
            List<Cause> causes,
            List<Basis> bases) {

        static Answer of(ListingAnswer answer) {
            return answer.match(Answer::proposed, Answer::notProposed);
        }

        private static Answer proposed(Proposed yes) {
            return new Answer(
                    yes.county().value(),
                    yes.name(),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    yes.causes().stream().map(Cause::of).toList(),
                    yes.bases().stream().map(Basis::of).toList());
        }

        private static Answer notProposed(NotProposed no) {
            return new Answer(
                    no.county().value(),
                    no.name(),
                    false,
                    Optional.of(no.reason()),
                    RateView.of(no.rate(), no.required()),
                    Optional.of(no.required().toPlainString()),
                    Optional.of(no.exceeding()),
                    Optional.of(no.several()),
                    List.of(),
                    List.of());
        }
    }

    /** What lets it be proposed: either of the two kinds, the other's fields are null. */
    record Cause(
            ListingCause.Kind kind,
            Optional<RateView> rate,
            Optional<String> required,
            List<Below> below,
            Optional<Integer> several,
            List<Exceeds> exceeding) {

        static Cause of(ListingCause cause) {
            return cause.match(
                    low -> new Cause(
                            low.kind(),
                            RateView.of(Optional.of(low.rate()), low.required()),
                            Optional.of(low.required().toPlainString()),
                            low.below().stream()
                                    .map(one -> Below.of(one, low.required()))
                                    .toList(),
                            Optional.empty(),
                            List.of()),
                    many -> new Cause(
                            many.kind(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.of(many.several()),
                            many.exceeding().stream().map(Exceeds::of).toList()));
        }
    }

    /** An enterprise below the required rate. */
    record Below(String enterprise, String name, Optional<RateView> rate) {

        static Below of(ListingCause.Below below, BigDecimal required) {
            return new Below(
                    below.enterprise().value(), below.name(), RateView.of(Optional.of(below.rate()), required));
        }
    }

    /** An enterprise that exceeded. */
    record Exceeds(String enterprise, String name, int hours, List<String> cases) {

        static Exceeds of(Exceeding exceeding) {
            return new Exceeds(
                    exceeding.enterprise().value(),
                    exceeding.name(),
                    exceeding.hours(),
                    exceeding.cases().stream().map(Object::toString).toList());
        }
    }

    /** On what it may rest. */
    record Basis(
            String id,
            ListingCause.Kind cause,
            String instrument,
            String article,
            String sentence,
            String note,
            Verification mark) {

        static Basis of(ListingBasis basis) {
            return new Basis(
                    basis.id(),
                    basis.cause(),
                    basis.instrument(),
                    basis.article(),
                    basis.sentence(),
                    basis.note(),
                    basis.mark());
        }
    }
}
