package io.stackwatch.core.transmission;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which missing hours a station is asked for next (补传, HJ 212-2017 C.21: 2061 with {@code BeginTime} and
 * {@code EndTime}); newest hours first, because they are judged soonest and loggers drop the oldest.
 */
public final class BackFill {

    private static final Duration HOUR = Duration.ofHours(1);

    private BackFill() {}

    /**
     * What is known of a station's link and requests.
     *
     * @param connectedSince since when it is connected; empty if it is not
     * @param lastRequestAt when it was last asked for history
     */
    public record Link(Optional<Instant> connectedSince, Optional<Instant> lastRequestAt) {}

    /** What to do now. */
    public static BackFillStep next(Collection<MissingHour> missing, Link link, BackFillPolicy policy, Instant now) {
        List<MissingHour> inReach = missing.stream()
                .filter(hour -> !hour.start().isBefore(now.minus(policy.horizon())))
                .sorted((a, b) -> b.start().compareTo(a.start()))
                .toList();
        if (inReach.isEmpty()) {
            return new BackFillStep.Leave(BackFillStep.Reason.NOTHING_MISSING);
        }
        List<MissingHour> due =
                inReach.stream().filter(hour -> hour.excused().isEmpty()).toList();
        if (due.isEmpty()) {
            return new BackFillStep.Leave(BackFillStep.Reason.EXCUSED, excuses(inReach));
        }
        List<MissingHour> askable =
                due.stream().filter(hour -> hour.asked() < policy.tries()).toList();
        if (askable.isEmpty()) {
            return new BackFillStep.Leave(BackFillStep.Reason.GIVEN_UP);
        }
        if (link.connectedSince().isEmpty()) {
            return new BackFillStep.Wait(BackFillStep.Reason.NOT_CONNECTED, now.plus(policy.pause()));
        }
        Instant patient = link.connectedSince().get().plus(policy.patience());
        if (now.isBefore(patient)) {
            return new BackFillStep.Wait(BackFillStep.Reason.MAY_COME_BY_ITSELF, patient);
        }
        Optional<Instant> paced = link.lastRequestAt().map(at -> at.plus(policy.pause()));
        if (paced.isPresent() && now.isBefore(paced.get())) {
            return new BackFillStep.Wait(BackFillStep.Reason.PACED, paced.get());
        }
        List<MissingHour> rested = askable.stream()
                .filter(hour -> !now.isBefore(restedAt(hour, policy)))
                .toList();
        if (rested.isEmpty()) {
            Instant first = askable.stream()
                    .map(hour -> restedAt(hour, policy))
                    .min(Instant::compareTo)
                    .orElse(now);
            return new BackFillStep.Wait(BackFillStep.Reason.ASKED_RECENTLY, first);
        }
        return newestRun(rested, policy);
    }

    private static String excuses(List<MissingHour> hours) {
        return hours.stream()
                .flatMap(hour -> hour.excused().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Instant restedAt(MissingHour hour, BackFillPolicy policy) {
        return hour.lastAskedAt().map(at -> at.plus(policy.retryAfter())).orElse(Instant.MIN);
    }

    /** The newest hours without a hole between them; an hour that is there is not asked for again. */
    private static BackFillStep newestRun(List<MissingHour> newestFirst, BackFillPolicy policy) {
        Instant last = newestFirst.get(0).start();
        Instant first = last;
        for (MissingHour hour : newestFirst.subList(1, newestFirst.size())) {
            boolean adjoins = hour.start().plus(HOUR).equals(first);
            boolean fits =
                    Duration.between(hour.start(), last).compareTo(HOUR.multipliedBy(policy.hoursPerRequest())) < 0;
            if (!adjoins || !fits) {
                break;
            }
            first = hour.start();
        }
        return new BackFillStep.Ask(first, last);
    }
}
