package io.stackwatch.gateway.judgement;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.mapping.Factor;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.connectors.hj212.mapping.FrameReadings;
import io.stackwatch.connectors.hj212.mapping.Mapped;
import io.stackwatch.connectors.hj212.mapping.Unmapped;
import io.stackwatch.connectors.hj212.session.FrameOpener;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.judgement.FrameFacts.LeftOut;
import io.stackwatch.gateway.judgement.FrameFacts.Realtime;
import io.stackwatch.gateway.records.LatestReading;
import io.stackwatch.gateway.registry.DerivedStations;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads raw bytes again, by the station's profile, and places what they say. The same bytes and the same registry give the
 * same facts. For one thread.
 */
final class FrameInterpreter {

    private static final String LOGGERS = "hj212";
    private static final String MADE = "made";
    private static final String BATCHES = "opcua";

    private final FrameOpener opener = new FrameOpener();
    private final FrameReadings mapping = new FrameReadings(FactorTable.standard());
    private final MarksAlone marksAlone = new MarksAlone();
    private final BatchInterpreter batches;
    private final Duration clockTolerance;
    private final RuleParameters parameters;

    FrameInterpreter(Duration clockTolerance, RuleParameters parameters) {
        this.clockTolerance = clockTolerance;
        this.batches = new BatchInterpreter(clockTolerance);
        this.parameters = parameters;
    }

    Interpretation interpret(JournalRecord record, RegistrySnapshot registry) {
        Arrival arrival = record.arrival();
        String connector = arrival.connector();
        if (arrival.disposition() == Arrival.Disposition.ACCEPTED && connector.equals(BATCHES)) {
            return batches.interpret(record, registry);
        }
        boolean made = connector.equals(MADE);
        if (arrival.disposition() != Arrival.Disposition.ACCEPTED || !(made || connector.equals(LOGGERS))) {
            return new Interpretation.NotForUs();
        }
        if (arrival.station().isEmpty()) {
            return new Interpretation.Unusable(Interpretation.Reason.NO_STATION, "");
        }
        Mn mn = arrival.station().get();
        Optional<StationProfile> profile =
                made ? Optional.of(DerivedStations.profileOf(mn)) : registry.profileOf(arrival);
        if (profile.isEmpty()) {
            return new Interpretation.Unusable(Interpretation.Reason.STATION_NOT_REGISTERED, mn.value());
        }
        return opener.read(arrival.bytes(), profile)
                .match(
                        clear -> said(record, clear.sent(), profile.get(), registry),
                        opened -> said(record, opened.plaintext(), profile.get(), registry),
                        unreadable -> new Interpretation.Unusable(Interpretation.Reason.NO_KEY_FITS, mn.value()),
                        () -> new Interpretation.Unusable(Interpretation.Reason.NOT_A_FRAME, mn.value()));
    }

    private Interpretation said(JournalRecord record, Frame frame, StationProfile profile, RegistrySnapshot registry) {
        Mapped mapped = mapping.of(frame, profile);
        Placing placing = new Placing(record, profile, registry);
        if (record.arrival().connector().equals(MADE)) {
            marksAlone.of(frame, mapped).forEach(placing::mark);
        }
        return new Interpretation.Said(placing.place(mapped));
    }

    /** Places the figures of one frame. */
    private final class Placing {

        private final long sequence;
        private final EvidenceRef evidence;
        private final Instant arrivedAt;
        /** When the logger's clock can be compared with ours: the first copy's arrival. */
        private final Instant heardAt;

        private final StationProfile profile;
        private final RegistrySnapshot registry;
        private final List<Realtime> realtime = new ArrayList<>();
        private final List<MinuteDatum> minutes = new ArrayList<>();
        private final Map<FactorHour, List<Reading>> hours = new LinkedHashMap<>();
        private final Map<FactorHour, DataFlag> marks = new LinkedHashMap<>();
        private final Map<FactorHour, List<Reading>> beside = new LinkedHashMap<>();
        private final Set<FactorHour> minutesSeen = new HashSet<>();
        private final List<LeftOut> leftOut = new ArrayList<>();

        Placing(JournalRecord record, StationProfile profile, RegistrySnapshot registry) {
            this.sequence = record.sequence();
            this.evidence = record.evidence();
            this.arrivedAt = record.arrival().arrivedAt().truncatedTo(ChronoUnit.MILLIS);
            this.heardAt = Admitted.heardAt(record.arrival()).truncatedTo(ChronoUnit.MILLIS);
            this.profile = profile;
            this.registry = registry;
        }

        FrameFacts place(Mapped mapped) {
            for (Reading reading : mapped.readings()) {
                Optional<Station> station = registry.registry().stationAt(profile.mn(), reading.start());
                if (station.isEmpty() && isBesideALogger(reading)) {
                    beside(reading);
                } else if (station.isEmpty()) {
                    leftOut.add(new LeftOut(reading.factor().value(), "NOT_CONNECTED_THEN"));
                } else {
                    place(reading, station.get(), mapped.interval().orElse(profile.minuteInterval()));
                }
            }
            for (Unmapped item : mapped.unmapped()) {
                leftOut.add(new LeftOut(item.name(), item.reason().name()));
            }
            List<HourReport> reports = new ArrayList<>();
            hours.forEach((hour, readings) -> reports.add(report(hour, readings, mapped.backfilled())));
            marks.forEach((hour, flag) -> reports.add(report(hour, flag, mapped.backfilled())));
            List<HourReport> made = new ArrayList<>();
            beside.forEach((hour, readings) -> made.add(report(hour, readings, mapped.backfilled())));
            return new FrameFacts(
                    sequence, arrivedAt, heardAt, profile.mn(), realtime, minutes, reports, made, leftOut);
        }

        /** A mark without a mean: too little of the minute or hour could be used. */
        void mark(MarksAlone.Mark mark) {
            Optional<Station> station = registry.registry().stationAt(profile.mn(), mark.start());
            if (station.isEmpty()) {
                return;
            }
            FactorHour hour = hourOf(mark.factor(), mark.start(), station.get().outlet());
            if (mark.span() == Span.HOUR) {
                marks.put(hour, mark.flag());
            } else if (minutesSeen.add(hour)) {
                int minute = (int) Duration.between(hour.start(), mark.start()).toMinutes();
                minutes.add(new MinuteDatum(hour, minute, 1, Optional.of(mark.flag())));
            }
        }

        /** Whether a logger speaks for the outlet at the time that a figure of ours speaks of. */
        private boolean isBesideALogger(Reading reading) {
            return DerivedStations.outletOf(profile.mn())
                    .flatMap(outlet -> registry.registry().stationOf(outlet, reading.start()))
                    .isPresent();
        }

        private void beside(Reading reading) {
            Optional<OutletId> outlet = DerivedStations.outletOf(profile.mn());
            if (reading.span() == Span.HOUR && outlet.isPresent()) {
                beside.computeIfAbsent(hourOf(reading.factor(), reading.start(), outlet.get()), h -> new ArrayList<>(4))
                        .add(reading);
            }
        }

        private void place(Reading reading, Station station, Duration interval) {
            switch (reading.span()) {
                case REALTIME -> realtime(reading, station);
                case MINUTE -> minute(reading, station, interval);
                case HOUR -> hour(reading, station);
                case DAY -> {
                    // day means are not judged yet; the frame stays in the journal
                }
            }
        }

        private void realtime(Reading reading, Station station) {
            if (reading.start().isAfter(heardAt.plus(clockTolerance))) {
                leftOut.add(new LeftOut(reading.factor().value(), "FROM_THE_FUTURE"));
            } else if (reading.statistic() == Statistic.RTD || reading.statistic() == Statistic.ZS_RTD) {
                realtime.add(new Realtime(
                        station.outlet(),
                        new LatestReading(
                                reading.factor(),
                                reading.statistic(),
                                reading.text(),
                                reading.unit(),
                                reading.flag(),
                                reading.start(),
                                sequence)));
            }
        }

        private void minute(Reading reading, Station station, Duration interval) {
            FactorHour hour = hourOf(reading, station);
            if (!minutesSeen.add(hour)) {
                return;
            }
            int minute = (int) Duration.between(hour.start(), reading.start()).toMinutes();
            minutes.add(new MinuteDatum(hour, minute, Math.toIntExact(interval.toMinutes()), reading.flag()));
        }

        private void hour(Reading reading, Station station) {
            FactorHour hour = hourOf(reading, station);
            if (hour.end().isAfter(heardAt.plus(clockTolerance))) {
                leftOut.add(new LeftOut(reading.factor().value(), "HOUR_NOT_OVER"));
            } else if (reading.text().length() > ReportedNumber.MAX_LENGTH) {
                leftOut.add(new LeftOut(reading.factor().value(), "NUMBER_TOO_LONG"));
            } else {
                hours.computeIfAbsent(hour, h -> new ArrayList<>(4)).add(reading);
            }
        }

        private FactorHour hourOf(Reading reading, Station station) {
            return hourOf(reading.factor(), reading.start(), station.outlet());
        }

        private static FactorHour hourOf(FactorCode factor, Instant start, OutletId outlet) {
            return new FactorHour(
                    outlet, factor, Window.hourContaining(start, LegalTime.ZONE).start());
        }

        private HourReport report(FactorHour hour, DataFlag flag, boolean marked) {
            return new HourReport(
                    hour,
                    Optional.empty(),
                    Optional.empty(),
                    FactorTable.standard().find(hour.factor()).map(Factor::unit).orElse(Unit.NONE),
                    Optional.of(flag),
                    Delivery.of(hour.end(), arrivedAt, parameters.duration("receipt.grace", hour.start()), marked),
                    arrivedAt,
                    evidence);
        }

        private HourReport report(FactorHour hour, List<Reading> readings, boolean marked) {
            Reading unitGiver = find(readings, Statistic.AVG)
                    .or(() -> find(readings, Statistic.ZS_AVG))
                    .orElse(readings.get(0));
            return new HourReport(
                    hour,
                    find(readings, Statistic.AVG).map(Placing::number),
                    find(readings, Statistic.ZS_AVG).map(Placing::number),
                    unitGiver.unit(),
                    readings.get(0).flag(),
                    Delivery.of(hour.end(), arrivedAt, parameters.duration("receipt.grace", hour.start()), marked),
                    arrivedAt,
                    evidence);
        }

        private static Optional<Reading> find(List<Reading> readings, Statistic statistic) {
            return readings.stream()
                    .filter(reading -> reading.statistic() == statistic)
                    .findFirst();
        }

        private static ReportedNumber number(Reading reading) {
            return new ReportedNumber(reading.text(), reading.number());
        }
    }
}
