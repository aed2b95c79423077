package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.FiguresCsv;
import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.supervision.MonthClosing;
import io.stackwatch.core.supervision.MonthEvent;
import io.stackwatch.core.supervision.MonthEventKind;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.MonthFigureRecords;
import io.stackwatch.gateway.records.MonthRecords;
import io.stackwatch.gateway.records.MonthVersion;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Takes a step of a month: counts outside of any transaction, then keeps act, version and figures in one. A step that somebody else
 * has taken in between is not taken again.
 */
final class VersionMaker {

    private final RecordStore store;
    private final MonthSource source;
    private final MonthCalendar calendar;
    private final String program;

    VersionMaker(RecordStore store, MonthSource source, MonthCalendar calendar, String program) {
        this.store = store;
        this.source = source;
        this.calendar = calendar;
        this.program = program;
    }

    /** How far a month has come. */
    MonthClosing closing(YearMonth month) {
        return store.read(handle -> closing(handle, month));
    }

    private MonthClosing closing(Handle handle, YearMonth month) {
        return MonthClosing.fold(month, MonthRecords.history(handle, month), calendar);
    }

    /**
     * Takes a step that the table allows.
     *
     * @param before how far the month had come when the step was decided
     * @param cutoff what was known then is counted, if the step counts
     * @return whether it was taken; not if the month has gone on in between
     */
    boolean take(MonthClosing before, MonthEvent event, Instant cutoff) {
        List<MonthFigures> counted = event.kind().counts() ? count(before.month(), cutoff) : List.of();
        Map<Variant, String> digests = new EnumMap<>(Variant.class);
        counted.forEach(figures -> digests.put(figures.head().variant(), Sha256.of(FiguresCsv.text(figures))));
        return store.write(handle -> {
            List<MonthEvent> history = MonthRecords.history(handle, before.month());
            if (!MonthClosing.fold(before.month(), history, calendar).equals(before)) {
                return false;
            }
            MonthRecords.happened(handle, history.size(), event);
            event.version().ifPresent(number -> keep(handle, version(event, number, cutoff, digests), counted));
            ToldActs.tell(handle, ActTable.MONTH, before.month(), history.size());
            if (event.kind() == MonthEventKind.FROZEN) {
                source.frozen(handle, event.month(), event.at());
            }
            return true;
        });
    }

    private List<MonthFigures> count(YearMonth month, Instant cutoff) {
        List<MonthFigures> counted = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            MonthFigures figures = MonthFigures.of(source.count(month, variant, cutoff));
            if (!figures.head().month().equals(month)
                    || figures.head().variant() != variant
                    || !figures.head().cutoff().equals(cutoff)) {
                throw new IllegalStateException(
                        "asked for " + month + " " + variant + " at " + cutoff + ", counted " + figures.head());
            }
            counted.add(figures);
        }
        return counted;
    }

    private MonthVersion version(MonthEvent event, int number, Instant cutoff, Map<Variant, String> digests) {
        Optional<Act> act = event.match(
                opened -> Optional.empty(),
                counted -> Optional.empty(),
                ended -> Optional.empty(),
                again -> Optional.of(new Act(again.at(), again.by(), again.reason())));
        return new MonthVersion(event.month(), number, event.kind(), event.at(), cutoff, program, act, digests);
    }

    private static void keep(Handle handle, MonthVersion version, List<MonthFigures> counted) {
        MonthRecords.add(handle, version);
        for (MonthFigures figures : counted) {
            String sha256 = version.digests().get(figures.head().variant());
            MonthFigureRecords.add(handle, version.number(), figures, String.valueOf(sha256));
        }
    }
}
