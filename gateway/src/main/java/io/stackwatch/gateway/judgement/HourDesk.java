package io.stackwatch.gateway.judgement;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.HourCase;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.exceedance.Verdict;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.LimitLookup;
import io.stackwatch.core.marking.MarksInForce;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.Mark;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps what was reported about hours, version by version, and has each hour judged again whenever what its verdict rests on
 * has changed.
 */
final class HourDesk {

    private final Workbench bench;
    private final RegistrySnapshot registry;
    private final JudgementRules rules;
    private final VerdictListener listener;

    HourDesk(Workbench bench, RegistrySnapshot registry, JudgementRules rules, VerdictListener listener) {
        this.bench = bench;
        this.registry = registry;
        this.rules = rules;
        this.listener = listener;
    }

    /** What is done with a new version of a verdict. */
    interface VerdictListener {

        void judged(JudgedHour judged, VerdictRow now, Optional<VerdictRow> before);

        /** A report came for this hour, the first one. */
        void received(FactorHour hour, Instant knownAt, List<EvidenceRef> evidence);

        /** A report says something new about its hour. */
        void reported(HourReport report, Instant knownAt);

        /** It is known anew which minutes of a reported hour are valid. */
        void recounted(FactorHour hour);
    }

    /**
     * Takes the reports of one frame.
     *
     * @return what was not taken: a frame that was let in says nothing new about an hour of which a later frame has spoken
     */
    List<FrameFacts.LeftOut> take(FrameFacts facts, Instant knownAt) {
        SortedSet<FactorHour> changed = inOrder();
        List<FrameFacts.LeftOut> superseded = new ArrayList<>();
        for (HourReport report : facts.hours()) {
            Optional<ReportVersion> before = bench.report(report.hour());
            if (before.isPresent() && before.get().report().saysTheSameAs(report)) {
                continue;
            }
            if (facts.letIn()
                    && before.filter(version -> facts.heardAt().isBefore(version.heardAt()))
                            .isPresent()) {
                superseded.add(new FrameFacts.LeftOut(report.hour().factor().value(), "SUPERSEDED"));
                continue;
            }
            bench.add(new ReportVersion(
                    before.map(ReportVersion::version).orElse(0) + 1, facts.station(), report, facts.heardAt()));
            changed.add(report.hour());
            listener.reported(report, knownAt);
            if (report.hour().factor().equals(FactorCode.OXYGEN)) {
                changed.addAll(reportedBeside(report.hour()));
            }
            boolean sweptBefore = bench.verdict(report.hour()).isPresent();
            if (before.isEmpty() && (sweptBefore || report.delivery() != Delivery.PROMPT)) {
                bench.found(report);
            }
            if (before.isEmpty()) {
                listener.received(report.hour(), knownAt, List.of(report.evidence()));
            }
        }
        changed.forEach(hour -> judge(hour, knownAt));
        return superseded;
    }

    /** Takes the minute data of one frame. */
    void take(Collection<MinuteDatum> data, Instant knownAt) {
        SortedSet<FactorHour> changed = inOrder();
        for (MinuteDatum datum : data) {
            MinuteTally before = bench.tally(datum.hour());
            MinuteTally after = rules.flags().add(before, datum.minute(), datum.interval(), datum.flag());
            if (after.equals(before)) {
                continue;
            }
            bench.put(datum.hour(), after);
            if (bench.report(datum.hour()).isPresent()) {
                changed.add(datum.hour());
                listener.recounted(datum.hour());
                if (datum.hour().factor().equals(FactorCode.OXYGEN)) {
                    changed.addAll(reportedBeside(datum.hour()));
                }
            }
        }
        changed.forEach(hour -> judge(hour, knownAt));
    }

    private static SortedSet<FactorHour> inOrder() {
        return new TreeSet<>((a, b) -> {
            int byOutlet = a.outlet().compareTo(b.outlet());
            int byHour = a.start().compareTo(b.start());
            return byOutlet != 0 ? byOutlet : byHour != 0 ? byHour : a.factor().compareTo(b.factor());
        });
    }

    private List<FactorHour> reportedBeside(FactorHour oxygen) {
        return bench.reports(OutletHour.of(oxygen)).keySet().stream()
                .map(oxygen::of)
                .toList();
    }

    /** Judges an hour on what is known now; a verdict that says something else than the latest is a new version. */
    void judge(FactorHour hour, Instant knownAt) {
        Optional<Outlet> outlet = registry.registry().outletAt(hour.outlet(), hour.start());
        Due registered = registry.dueHours().of(hour);
        boolean assessed = registered
                .whyNot()
                .filter(why -> why == Due.Reason.NOT_ASSESSED)
                .isEmpty();
        if (outlet.isEmpty() || !assessed) {
            return;
        }
        Optional<ReportVersion> report = bench.report(hour);
        Optional<ReportVersion> oxygen = bench.report(hour.of(FactorCode.OXYGEN));
        MarksInForce marks = bench.marks().of(hour, report.isPresent(), rules.marks(), knownAt);
        LimitLookup limit = registry.limits().inForce(outlet.get(), hour.factor(), Averaging.HOUR, hour.start());
        HourCase facts = new HourCase(
                hour,
                marks.duty(hour, registered, report.isPresent()),
                outlet.get().minuteEvidence(),
                limit,
                report.map(ReportVersion::report),
                bench.tally(hour),
                oxygen.map(ReportVersion::report),
                bench.tally(hour.of(FactorCode.OXYGEN)),
                marks(marks, hour, outlet.get(), limit),
                bench.control().of(hour, rules, knownAt));
        Verdict verdict = rules.hour().judge(facts);
        Optional<VerdictRow> before = bench.verdict(hour);
        JudgedHour judged = new JudgedHour(
                hour, before.map(VerdictRow::version).orElse(0) + 1, verdict, knownAt, evidence(facts, report, oxygen));
        VerdictRow now =
                VerdictRow.of(judged, report.map(ReportVersion::version).orElse(0));
        if (before.isPresent() && before.get().saysTheSameAs(now)) {
            return;
        }
        bench.add(now);
        listener.judged(judged, now, before);
    }

    /** The marks of the factor; where the limit asks for conversion, also those that take the oxygen away. */
    private static List<Mark> marks(MarksInForce marks, FactorHour hour, Outlet outlet, LimitLookup limit) {
        List<Mark> touching = new ArrayList<>(marks.marks(hour, outlet));
        if (limit.limit().flatMap(inForce -> inForce.referenceOxygen()).isPresent()) {
            marks.marks(hour.of(FactorCode.OXYGEN), outlet).stream()
                    .filter(mark -> mark.kind() == Mark.Kind.EQUIPMENT && !touching.contains(mark))
                    .forEach(touching::add);
        }
        return touching;
    }

    private static List<EvidenceRef> evidence(
            HourCase facts, Optional<ReportVersion> report, Optional<ReportVersion> oxygen) {
        List<EvidenceRef> evidence = new ArrayList<>(2);
        report.ifPresent(version -> evidence.add(version.report().evidence()));
        boolean converted =
                facts.limit().limit().flatMap(limit -> limit.referenceOxygen()).isPresent();
        if (converted && report.isPresent()) {
            oxygen.map(version -> version.report().evidence())
                    .filter(ref -> !evidence.contains(ref))
                    .ifPresent(evidence::add);
        }
        return evidence;
    }
}
