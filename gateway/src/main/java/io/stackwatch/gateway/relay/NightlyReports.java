package io.stackwatch.gateway.relay;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RelayHours;
import io.stackwatch.gateway.records.RelayReport;
import io.stackwatch.gateway.relay.target.RelayTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the reconciliation of each day in the night behind it, also of nights that were slept through, and lets old figures
 * go. For one thread.
 */
final class NightlyReports {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyReports.class);
    private static final int NIGHTS_BACK = 7;

    private final List<RelayTarget> targets;
    private final RecordStore store;
    private final ReportOptions options;
    private Optional<LocalDate> taken = Optional.empty();

    NightlyReports(List<RelayTarget> targets, RecordStore store, ReportOptions options) {
        this.targets = List.copyOf(targets);
        this.store = store;
        this.options = options;
    }

    /** Does what is due by now. */
    void fire(Instant now) {
        LocalDate day = lastDayDue(now);
        if (taken.filter(day::equals).isPresent()) {
            return;
        }
        for (int back = NIGHTS_BACK - 1; back >= 0; back--) {
            LocalDate due = day.minusDays(back);
            targets.forEach(target -> take(target, due, now));
        }
        Instant old = now.minus(options.keep());
        int forgotten = store.write(handle -> RelayHours.forget(handle, old));
        if (forgotten > 0) {
            LOG.info("relay=forgets hours={} before={}", forgotten, old);
        }
        taken = Optional.of(day);
    }

    private LocalDate lastDayDue(Instant now) {
        ZonedDateTime local = now.atZone(LegalTime.ZONE);
        LocalDate today = local.toLocalDate();
        return local.toLocalTime().isBefore(options.at()) ? today.minusDays(2) : today.minusDays(1);
    }

    private void take(RelayTarget target, LocalDate day, Instant now) {
        String name = target.name().value();
        boolean isNew = store.write(
                handle -> RelayHours.report(handle, name, day, startOf(day), startOf(day.plusDays(1)), now));
        if (isNew) {
            RelayReport report =
                    store.read(handle -> RelayHours.reported(handle, name, day)).orElseThrow();
            LOG.info(
                    "relay={} day={} due={} receipted={} written={} refused={} outstanding={}",
                    name,
                    day,
                    report.figures().due(),
                    report.figures().receipted(),
                    report.figures().written(),
                    report.figures().refused(),
                    report.figures().outstanding());
        }
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toInstant();
    }
}
