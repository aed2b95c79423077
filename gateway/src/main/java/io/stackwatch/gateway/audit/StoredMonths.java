package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.supervision.MonthClosing;
import io.stackwatch.core.supervision.MonthDiff;
import io.stackwatch.core.supervision.MonthEvent;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.MonthFigureRecords;
import io.stackwatch.gateway.records.MonthRecords;
import io.stackwatch.gateway.records.MonthVersion;
import io.stackwatch.gateway.records.RecordStore;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Months as the store has them. Safe for use by several threads. */
public final class StoredMonths {

    private final RecordStore store;
    private final MonthCalendar calendar;

    public StoredMonths(RecordStore store, MonthCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /** Months to which something happened, newest first. */
    public List<MonthFile> months() {
        return store.read(handle -> MonthRecords.months(handle).stream()
                .map(month -> file(handle, month))
                .toList());
    }

    /** One month; empty if nothing happened to it. */
    public Optional<MonthFile> month(YearMonth month) {
        return store.read(handle -> Optional.of(file(handle, month)))
                .filter(file -> !file.history().isEmpty());
    }

    private MonthFile file(Handle handle, YearMonth month) {
        List<MonthEvent> history = MonthRecords.history(handle, month);
        MonthClosing closing = MonthClosing.fold(month, history, calendar);
        return new MonthFile(closing, closing.due(calendar), history, MonthRecords.versions(handle, month));
    }

    /** What is different between two versions; empty if one of them is not there. */
    Optional<MonthDiff> diff(YearMonth month, int before, int after, Variant variant) {
        return store.read(handle -> {
            Optional<MonthFigures> older = MonthFigureRecords.figures(handle, month, before, variant);
            Optional<MonthFigures> newer = MonthFigureRecords.figures(handle, month, after, variant);
            String reason = MonthRecords.versions(handle, month).stream()
                    .filter(version -> version.number() == after)
                    .map(StoredMonths::reason)
                    .findFirst()
                    .orElse("");
            return older.flatMap(left -> newer.map(right -> MonthDiff.of(left, right, reason)));
        });
    }

    private static String reason(MonthVersion version) {
        return version.act().map(Act::reason).orElse("by the calendar: " + version.kind());
    }
}
