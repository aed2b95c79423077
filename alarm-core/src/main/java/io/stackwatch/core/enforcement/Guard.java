package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.Tolling;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A condition of a row. It says in words what does not hold; it is asked when an act is decided, never when a file is read again. */
@SuppressWarnings("ImmutableEnumChecker") // the conditions are functions without a state of their own
enum Guard {
    /** Two certified officers act together (行政处罚法 art. 42). */
    TWO_OFFICERS(PersonGuards::twoOfficers),
    /** Whoever approves has not proposed. */
    NOT_THE_PROPOSER(PersonGuards::notTheProposer),
    /** The host of a hearing takes no part in the investigation (行政处罚法 art. 64). */
    HOST_IS_NOT_INVESTIGATOR(PersonGuards::notAnInvestigator),
    /** Whoever reviews the law takes no part in the investigation (行政处罚法 art. 58). */
    REVIEWER_IS_NOT_INVESTIGATOR(PersonGuards::notAnInvestigator),

    /** A period has passed, or was ended by an act. */
    PAST(Subject.PERIOD, TimeGuards::past),
    /** A period has passed, if it was begun at all. */
    PAST_IF_STARTED(Subject.PERIOD, TimeGuards::pastIfStarted),
    /** A period runs, and the act is in time. */
    WITHIN(Subject.PERIOD, TimeGuards::within),
    /** A period was begun. */
    STARTED(Subject.PERIOD, TimeGuards::started),
    /** A period was not begun. */
    NOT_STARTED(Subject.PERIOD, TimeGuards::notStarted),
    /** Something tolls. */
    HALTED(Subject.CAUSE, TimeGuards::halted),
    /** An appeal goes on. */
    APPEAL_PENDING(TimeGuards::appealPending),
    /** No appeal goes on. */
    NO_APPEAL_PENDING(TimeGuards::noAppealPending),
    /** The act may still be punished (Code art. 1054). */
    NOT_TIME_BARRED(TimeGuards::notTimeBarred),
    /** The next full month after the application is over. */
    FULL_MONTH_PASSED(TimeGuards::fullMonthPassed),

    /** The document names an amount above nothing. */
    AMOUNT_GIVEN(MoneyGuards::amountGiven),
    /** The amount lies in the range of the article that applies, or was mitigated. */
    FINE_WITHIN_LAW(MoneyGuards::fineWithinLaw),
    /** The decided amount is not above the one that was announced (行政处罚法 art. 45). */
    NOT_ABOVE_NOTICE(MoneyGuards::notAboveNotice),
    /** The fine is below the threshold of collective discussion. */
    NO_DISCUSSION_NEEDED(MoneyGuards::noDiscussionNeeded),
    /** A hearing may be requested (行政处罚法 art. 63). */
    HEARING_RIGHT(MoneyGuards::hearingRight),
    /** The original fine was decided and stands (部令28 art. 7). */
    ORIGINAL_FINE_DECIDED(MoneyGuards::originalFineDecided),
    /** The amount is that of the round, to the fen. */
    DAILY_AMOUNT(MoneyGuards::dailyAmount),
    /** At least one day has passed between service and re-check. */
    DAYS_COUNTED(MoneyGuards::daysCounted),
    /** The surcharge is not above what was computed for the day. */
    SURCHARGE_AMOUNT(MoneyGuards::surchargeAmount),
    /** Whoever pays late has a surcharge that was confirmed. */
    SURCHARGE_SETTLED(MoneyGuards::surchargeSettled),

    /** The article may stand in a final document. */
    LAW_CITABLE(Subject.MATTER_OR_NONE, LawGuards::citable),
    /** A legal reviewer has confirmed the article of a matter. */
    CONFIRMED(Subject.MATTER, LawGuards::confirmed),
    /** The row that is confirmed is one of those that may apply. */
    LAW_KNOWN(LawGuards::known),
    /** The article that applies lets the authority do it. */
    LAW_ALLOWS(Subject.SANCTION, LawGuards::allows),

    /** Another procedure hands over to this one. */
    HANDED_OVER(HandOverGuards::handedOver),
    /** The plant serves livelihood or the public interest (部令30 art. 7). */
    LIVELIHOOD(HandOverGuards::livelihood),
    /** It does not. */
    NOT_LIVELIHOOD(HandOverGuards::notLivelihood);

    /** What a guard may name. */
    private enum Subject {
        NONE,
        PERIOD,
        CAUSE,
        MATTER,
        MATTER_OR_NONE,
        SANCTION
    }

    private static final Set<String> WHO =
            Set.of("TWO_OFFICERS", "NOT_THE_PROPOSER", "HOST_IS_NOT_INVESTIGATOR", "REVIEWER_IS_NOT_INVESTIGATOR");
    private static final Set<String> CONTENT = Set.of(
            "AMOUNT_GIVEN",
            "FINE_WITHIN_LAW",
            "NOT_ABOVE_NOTICE",
            "NO_DISCUSSION_NEEDED",
            "DAILY_AMOUNT",
            "SURCHARGE_AMOUNT",
            "LAW_KNOWN");

    private final Subject subject;
    private final BiFunction<Situation, String, Optional<String>> failure;

    Guard(Function<Situation, Optional<String>> failure) {
        this(Subject.NONE, (situation, about) -> failure.apply(situation));
    }

    Guard(Subject subject, BiFunction<Situation, String, Optional<String>> failure) {
        this.subject = subject;
        this.failure = failure;
    }

    /** Whether it looks at who acts. */
    boolean asksWho() {
        return WHO.contains(name());
    }

    /** Whether it looks at what an act carries, so that it can be asked of a whole act only. */
    boolean asksContent() {
        return CONTENT.contains(name());
    }

    /** What does not hold, in words; empty if all is well. */
    Optional<String> failure(Situation situation, String about) {
        return failure.apply(situation, about);
    }

    /** Refuses a row that names what this guard does not look at. */
    void check(Optional<String> about) {
        String name = about.orElse("");
        boolean fits =
                switch (subject) {
                    case NONE -> name.isEmpty();
                    case PERIOD -> !name.isEmpty();
                    case CAUSE ->
                        !name.isEmpty() && Tolling.Cause.valueOf(name).name().equals(name);
                    case MATTER ->
                        !name.isEmpty() && Matter.valueOf(name).name().equals(name);
                    case MATTER_OR_NONE ->
                        name.isEmpty() || Matter.valueOf(name).name().equals(name);
                    case SANCTION ->
                        !name.isEmpty() && Sanction.valueOf(name).name().equals(name);
                };
        if (!fits) {
            throw new IllegalArgumentException(this + " with '" + name + "'");
        }
    }
}
