package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import java.time.Duration;

/**
 * The terms under which an exchange runs, fixed when it is ordered: a profile that changes meanwhile does not move its
 * deadlines.
 *
 * @param edition the edition that the station speaks
 * @param pattern how the station is expected to answer
 * @param twoPeople whether a second person has to release it
 * @param patience how long it may wait to be released, and then to be sent
 * @param answerWithin from sending, until 9011 or 9013 must have come
 * @param resends how often the packet is sent again without an answer
 * @param resultWithin from 9011 and from every frame of data, until the next one or 9012 must have come
 * @param longest from the first sending, after which data does not extend the wait any more
 */
public record ExchangeTerms(
        Edition edition,
        AnswerPattern pattern,
        boolean twoPeople,
        Duration patience,
        Duration answerWithin,
        int resends,
        Duration resultWithin,
        Duration longest) {

    public ExchangeTerms {
        for (Duration wait : new Duration[] {patience, answerWithin, resultWithin, longest}) {
            if (wait.isNegative() || wait.isZero()) {
                throw new IllegalArgumentException("waiting takes time: " + wait);
            }
        }
        if (resends < 0 || resends > 99) {
            throw new IllegalArgumentException("ReCount is 0 to 99: " + resends);
        }
    }
}
