package io.stackwatch.core.transmission;

import io.stackwatch.core.transmission.GapEvidence.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Why a gap is there, told from what is known hour by hour; a gap with two causes is two findings. A guess is never a cause. */
public final class GapForensics {

    private static final Duration HOUR = Duration.ofHours(1);

    private GapForensics() {}

    /**
     * The findings of a gap, in order of time; together they span it.
     *
     * @param evidence what is known of an hour, by its start
     */
    public static List<GapFinding> of(Gap gap, Function<Instant, GapEvidence> evidence) {
        List<GapFinding> findings = new ArrayList<>(1);
        for (Instant hour = gap.firstHour(); !hour.isAfter(gap.lastHour()); hour = hour.plus(HOUR)) {
            GapFinding found = finding(gap, hour, evidence.apply(hour));
            int last = findings.size() - 1;
            if (last >= 0 && findings.get(last).cause() == found.cause()) {
                GapFinding before = findings.get(last);
                Gap longer = new Gap(gap.outlet(), gap.factor(), before.gap().firstHour(), hour);
                findings.set(last, new GapFinding(longer, before.cause(), before.evidence()));
            } else {
                findings.add(found);
            }
        }
        return List.copyOf(findings);
    }

    private static GapFinding finding(Gap gap, Instant hour, GapEvidence known) {
        Gap part = new Gap(gap.outlet(), gap.factor(), hour, hour);
        Optional<Long> frames = known.frames();
        if (known.ownOutage().isPresent()) {
            return new GapFinding(
                    part, GapCause.OWN_INTAKE_DOWN, known.ownOutage().get());
        }
        if (known.cameAt().isPresent()) {
            return new GapFinding(
                    part, GapCause.CAME_LATER, "came at " + known.cameAt().get());
        }
        if (known.notUnderstood().isPresent()) {
            return new GapFinding(part, GapCause.MAPPING, known.notUnderstood().get());
        }
        if (known.reportedFactors() > 0) {
            return new GapFinding(
                    part, GapCause.FACTOR_NOT_SENT, known.reportedFactors() + " other factors of the hour came");
        }
        if (frames.isPresent() && frames.get() > 0) {
            return new GapFinding(part, GapCause.UNKNOWN, frames.get() + " frames came, none reports the hour");
        }
        if (known.link() == Link.CLOSED || known.link() == Link.NEVER) {
            return new GapFinding(part, GapCause.LINK_LOST, "connection " + known.link());
        }
        if (frames.isPresent() && known.link() == Link.OPEN) {
            return new GapFinding(part, GapCause.STATION_SILENT, "no frame over an open connection");
        }
        return new GapFinding(part, GapCause.UNKNOWN, "nothing is known of the connection");
    }
}
