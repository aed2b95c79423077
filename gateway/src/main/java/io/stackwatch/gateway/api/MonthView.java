package io.stackwatch.gateway.api;

import io.stackwatch.core.supervision.FigureHead;
import io.stackwatch.core.supervision.MonthEvent;
import io.stackwatch.core.supervision.MonthEventKind;
import io.stackwatch.core.supervision.MonthState;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.audit.MonthFile;
import io.stackwatch.gateway.audit.PaperFile;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.MonthVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A month that is closed, as it is shown.
 *
 * @param next when the calendar brings the next step
 * @param history what happened, oldest first
 * @param versions its versions, oldest first
 */
record MonthView(
        String month,
        MonthState state,
        Optional<Instant> next,
        Optional<Instant> frozenAt,
        List<Happening> history,
        List<Version> versions) {

    static MonthView of(MonthFile file) {
        return new MonthView(
                file.closing().month().toString(),
                file.closing().state().orElseThrow(),
                file.nextDue(),
                file.closing().frozenAt(),
                file.history().stream().map(Happening::of).toList(),
                file.versions().stream().map(Version::of).toList());
    }

    /** Something that happened. */
    record Happening(
            MonthEventKind kind, Instant at, Optional<Integer> version, Optional<String> by, Optional<String> reason) {

        static Happening of(MonthEvent event) {
            Optional<MonthEvent.Recomputed> act = event.match(
                    opened -> Optional.empty(), counted -> Optional.empty(), ended -> Optional.empty(), Optional::of);
            return new Happening(
                    event.kind(),
                    event.at(),
                    event.version(),
                    act.map(MonthEvent.Recomputed::by),
                    act.map(MonthEvent.Recomputed::reason));
        }
    }

    /** A version without its figures. */
    record Version(
            int version,
            MonthEventKind kind,
            Instant countedAt,
            Instant cutoff,
            String program,
            Optional<String> by,
            Optional<String> reason,
            Optional<String> sha256Final,
            Optional<String> sha256RealTime) {

        static Version of(MonthVersion version) {
            return new Version(
                    version.number(),
                    version.kind(),
                    version.countedAt(),
                    version.cutoff(),
                    version.program(),
                    version.act().map(Act::by),
                    version.act().map(Act::reason),
                    Optional.ofNullable(version.digests().get(Variant.FINAL)),
                    Optional.ofNullable(version.digests().get(Variant.REAL_TIME)));
        }
    }

    /** What a count was made with. */
    record Head(String month, int version, Variant variant, Instant cutoff, String required, String farBelow) {

        static Head of(FigureHead head, int version) {
            return new Head(
                    head.month().toString(),
                    version,
                    head.variant(),
                    head.cutoff(),
                    head.required().toPlainString(),
                    head.farBelow().toPlainString());
        }
    }

    /** The figures as a tree: the city, its counties, their enterprises. */
    record Tree(Head head, String sha256, FigureView.Line city, List<CountyTree> counties) {}

    /** A county with its enterprises. */
    record CountyTree(FigureView.Line county, List<FigureView.Line> enterprises) {}

    /** A page of lines. */
    record Lines(Head head, List<FigureView.Line> items, Optional<String> next) {}

    /** A page of what is different between two versions. */
    record Diff(
            Head before,
            Head after,
            String reason,
            int changed,
            int bandsChanged,
            int unchanged,
            List<FigureView.Change> items,
            Optional<String> next) {}

    /** The papers of a version. */
    record PaperList(String month, int version, Variant variant, List<PaperFile> items) {}
}
