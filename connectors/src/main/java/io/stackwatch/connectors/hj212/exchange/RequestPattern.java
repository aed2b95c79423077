package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import java.util.Set;

/**
 * How a command of ours is carried out: one row of {@code request-patterns.csv}.
 *
 * @param command the command
 * @param editions in which editions it goes so
 * @param answers how the station answers
 * @param twoPeople whether it changes something at the station, so that two people are needed
 * @param clock whether it carries the present time, so that sending it again would set a wrong one
 * @param secrets names of items that nobody may read afterwards
 * @param mark how far the row was checked
 */
public record RequestPattern(
        int command,
        Set<Edition> editions,
        AnswerPattern answers,
        boolean twoPeople,
        boolean clock,
        Set<String> secrets,
        String mark) {

    public RequestPattern {
        editions = Set.copyOf(editions);
        secrets = Set.copyOf(secrets);
    }
}
