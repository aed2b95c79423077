package io.stackwatch.connectors.hj212.exchange;

import java.time.Instant;
import java.util.Optional;

/** What an exchange waits for after a step, which gives its next deadline. */
enum Wait {
    /** To be released, or to be sent: its time begins. */
    TO_GO,
    /** To be sent, in the time that is left. */
    TO_GO_STILL,
    /** To be sent again: in the time that is left, and at least once more if the station is there. */
    TO_GO_AGAIN,
    /** For 9011 or 9013. */
    FOR_ANSWER,
    /** For data or 9012. */
    FOR_RESULT,
    /** The deadline stays as it is. */
    AS_BEFORE,
    /** Nothing: the end. */
    NONE;

    Optional<Instant> until(Exchange exchange, Instant from) {
        ExchangeTerms terms = exchange.terms();
        return switch (this) {
            case TO_GO, TO_GO_STILL -> Optional.of(exchange.expiresAt());
            case TO_GO_AGAIN -> Optional.of(later(exchange.expiresAt(), from.plus(terms.answerWithin())));
            case FOR_ANSWER -> Optional.of(from.plus(terms.answerWithin()));
            case FOR_RESULT ->
                Optional.of(earlier(
                        from.plus(terms.resultWithin()),
                        exchange.sentAt().orElse(from).plus(terms.longest())));
            case AS_BEFORE -> exchange.dueAt();
            case NONE -> Optional.empty();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
