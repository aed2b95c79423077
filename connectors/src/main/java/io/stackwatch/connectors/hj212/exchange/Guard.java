package io.stackwatch.connectors.hj212.exchange;

import java.util.function.BiPredicate;

/** The condition of a row of the table; of the rows of one state and event, the first whose condition holds is taken. */
@SuppressWarnings("ImmutableEnumChecker") // the conditions are functions without a state of their own
enum Guard {
    ALWAYS((exchange, event) -> true),
    TWO_PEOPLE((exchange, event) -> exchange.terms().twoPeople()),
    ONE_PERSON((exchange, event) -> !exchange.terms().twoPeople()),
    NOT_EXPIRED((exchange, event) -> event.at().isBefore(exchange.expiresAt())),
    ANOTHER_PERSON_IN_TIME((exchange, event) -> event.at().isBefore(exchange.expiresAt())
            && !Person.named(event.by()).isNobody()
            && !Person.named(event.by()).equals(Person.named(exchange.order().by()))),
    FIRST_ATTEMPT((exchange, event) -> exchange.attempts() <= 1),
    LATER_ATTEMPT((exchange, event) -> exchange.attempts() > 1),
    RESENDS_LEFT((exchange, event) -> exchange.attempts() <= exchange.terms().resends()),
    NO_RESENDS_LEFT((exchange, event) -> exchange.attempts() > exchange.terms().resends()),
    READY((exchange, event) -> event.code().orElse(1) == 1),
    NOT_READY((exchange, event) -> event.code().orElse(1) != 1),
    SUCCESS((exchange, event) -> event.code().orElse(1) == 1),
    NO_SUCCESS((exchange, event) -> event.code().orElse(1) != 1),
    IS_NOTICE((exchange, event) -> exchange.terms().pattern() == AnswerPattern.NOTICE),
    IS_STREAM((exchange, event) -> exchange.terms().pattern() == AnswerPattern.STREAM),
    IS_NO_STREAM((exchange, event) -> exchange.terms().pattern() != AnswerPattern.STREAM),
    SURE_OF_A_STREAM((exchange, event) -> event.sure() && exchange.terms().pattern() == AnswerPattern.STREAM),
    SURE((exchange, event) -> event.sure()),
    UNSURE((exchange, event) -> !event.sure()),
    RESPONSE_CAME(
            (exchange, event) -> exchange.terms().pattern() == AnswerPattern.RESPONSE && exchange.dataFrames() > 0),
    NO_RESPONSE_CAME(
            (exchange, event) -> exchange.terms().pattern() != AnswerPattern.RESPONSE || exchange.dataFrames() == 0);

    private final BiPredicate<Exchange, ExchangeEvent> holds;

    Guard(BiPredicate<Exchange, ExchangeEvent> holds) {
        this.holds = holds;
    }

    boolean holds(Exchange exchange, ExchangeEvent event) {
        return holds.test(exchange, event);
    }
}
