package io.stackwatch.gateway.evidence;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.RecordContent;
import io.stackwatch.gateway.records.HourHistory;
import io.stackwatch.gateway.records.RecordsView;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The raw frames of a case with their places in the journal's chain: all that a decision points at, and all minute and hour frames of the
 * station, accepted or not, that arrived within its hours and a little later. Realtime frames are left out.
 */
final class FrameSheet {

    private static final Duration AFTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_OF_AN_HOUR = 5_000;
    private static final Set<String> COMMANDS = Set.of("2051", "2061");

    private final Journal journal;
    private final RecordsView records;
    private final FrameFields frames;

    FrameSheet(EvidenceSources sources) {
        this.journal = sources.journal();
        this.records = sources.records();
        this.frames = sources.frames();
    }

    /** The records, in order of sequence. */
    List<JournalRecord> of(Scope scope) {
        TreeMap<Long, JournalRecord> found = new TreeMap<>();
        for (long sequence : pointedAt(scope)) {
            journal.read(sequence).ifPresent(record -> found.put(sequence, record));
        }
        for (Instant hour : scope.hours()) {
            Optional<Mn> station =
                    scope.registry().registry().stationOf(scope.outlet(), hour).map(Station::mn);
            station.ifPresent(mn -> journal.find(mn, hour, hour.plus(HOUR).plus(AFTER), MOST_OF_AN_HOUR).stream()
                    .filter(this::isKept)
                    .forEach(record -> found.put(record.sequence(), record)));
        }
        return List.copyOf(found.values());
    }

    private Set<Long> pointedAt(Scope scope) {
        Set<Long> sequences = new TreeSet<>();
        scope.file().evidence().forEach(ref -> sequences.add(ref.sequence()));
        for (Instant start : scope.hours()) {
            for (FactorCode factor : scope.factors()) {
                HourHistory history = records.hour(scope.hour(start, factor));
                history.reports()
                        .forEach(report ->
                                sequences.add(report.report().evidence().sequence()));
                history.verdicts().forEach(row -> row.evidence().stream()
                        .map(EvidenceRef::sequence)
                        .forEach(sequences::add));
            }
        }
        return sequences;
    }

    private boolean isKept(JournalRecord record) {
        return record.arrival().disposition() != Arrival.Disposition.ACCEPTED
                || frames.of(record)
                        .map(FrameFields.Said::command)
                        .filter(COMMANDS::contains)
                        .isPresent();
    }

    /** The frames as they came, and what a record's hash is made of. */
    EvidenceFile raw(List<JournalRecord> records) {
        CsvSheet sheet = new CsvSheet(
                "sequence",
                "arrived_at",
                "disposition",
                "connector",
                "peer",
                "station",
                "detail",
                "previous_sha256",
                "sha256",
                "payload_hex");
        for (JournalRecord record : records) {
            Arrival arrival = record.arrival();
            sheet.row(
                    record.sequence(),
                    arrival.arrivedAt(),
                    arrival.disposition(),
                    arrival.connector(),
                    arrival.peer(),
                    arrival.station(),
                    arrival.detail(),
                    previous(record.sequence()),
                    record.sha256(),
                    HexFormat.of().formatHex(arrival.bytes()));
        }
        return EvidenceFile.of("journal/records.csv", sheet);
    }

    /** The hash that stands before a record; empty text if that record is past retention. */
    private String previous(long sequence) {
        return sequence == 1
                ? RecordContent.noHash()
                : journal.read(sequence - 1).map(JournalRecord::sha256).orElse("");
    }

    /** What the frames say, value by value. */
    EvidenceFile said(List<JournalRecord> records) {
        CsvSheet sheet = new CsvSheet("sequence", "arrived_at", "command", "data_time", "item", "value");
        for (JournalRecord record : records) {
            frames.of(record).ifPresent(said -> said.items().stream()
                    .filter(item -> !item.name().equals("DataTime"))
                    .forEach(item -> sheet.row(
                            record.sequence(),
                            record.arrival().arrivedAt(),
                            said.command(),
                            dataTime(said),
                            item.name(),
                            item.value())));
        }
        return EvidenceFile.of("lineage/values.csv", sheet);
    }

    private static String dataTime(FrameFields.Said said) {
        return said.items().stream()
                .filter(item -> item.name().equals("DataTime"))
                .map(FrameFields.Item::value)
                .findFirst()
                .orElse("");
    }
}
