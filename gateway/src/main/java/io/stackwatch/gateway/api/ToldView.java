package io.stackwatch.gateway.api;

import io.stackwatch.gateway.records.TellingRow;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody was told of an alarm.
 *
 * @param step the step of escalation; empty outside of one
 * @param round 0 for the first time, 1 more for each reminder
 * @param role as what they were to be told
 * @param person who; empty if nobody is on duty
 * @param why what it was about, or why they were not told
 * @param againAt when it is asked again, if they were not told and it is known
 * @param notice id of the notice; empty if they were not told
 */
public record ToldView(
        Instant at,
        Optional<Integer> step,
        int round,
        String occasion,
        String role,
        Optional<String> person,
        boolean told,
        String why,
        Optional<Instant> againAt,
        Optional<String> notice) {

    static ToldView of(TellingRow row) {
        return new ToldView(
                row.at(),
                Optional.of(row.level()).filter(level -> level != TellingRow.NO_STEP),
                row.round(),
                row.occasion().name(),
                row.role().name(),
                row.person().map(person -> person.value()),
                row.notice().isPresent(),
                row.silence().map(Enum::name).orElseGet(() -> row.occasion().name()),
                row.againAt(),
                row.notice().map(notice -> notice.value()));
    }
}
