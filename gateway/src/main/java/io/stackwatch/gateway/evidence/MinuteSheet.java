package io.stackwatch.gateway.evidence;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.gateway.journal.JournalRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the minute frames of each hour come to, for comparison with the hour that the logger reported: how many minutes, with which flags, and
 * their mean. Of two frames for one minute the later one counts. A reckoning for the reader; no verdict rests on it.
 */
final class MinuteSheet {

    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String MINUTES = "2051";
    private static final String NORMAL = "N";
    private static final int DECIMALS = 6;

    private final FrameFields frames;

    MinuteSheet(EvidenceSources sources) {
        this.frames = sources.frames();
    }

    EvidenceFile of(Scope scope, List<JournalRecord> records) {
        CsvSheet sheet = new CsvSheet(
                "hour_start",
                "factor",
                "minutes",
                "flag_normal",
                "flag_other",
                "no_flag",
                "mean_of_minutes",
                "sequences");
        for (FactorCode factor : scope.factors()) {
            Map<Instant, Minute> minutes = minutes(records, factor);
            for (Instant hour : scope.hours()) {
                row(
                        sheet,
                        hour,
                        factor,
                        minutes.entrySet().stream()
                                .filter(one -> !one.getKey().isBefore(hour)
                                        && one.getKey().isBefore(hour.plus(HOUR)))
                                .map(Map.Entry::getValue)
                                .toList());
            }
        }
        return EvidenceFile.of("lineage/minutes-of-hours.csv", sheet);
    }

    private record Minute(long sequence, Optional<BigDecimal> avg, Optional<String> flag) {}

    private Map<Instant, Minute> minutes(List<JournalRecord> records, FactorCode factor) {
        Map<Instant, Minute> minutes = new TreeMap<>();
        for (JournalRecord record : records) {
            frames.of(record).filter(said -> said.command().equals(MINUTES)).ifPresent(said -> {
                Optional<String> avg = value(said, factor + "-Avg");
                instant(said)
                        .filter(at ->
                                avg.isPresent() || value(said, factor + "-Flag").isPresent())
                        .ifPresent(at -> minutes.put(
                                at,
                                new Minute(
                                        record.sequence(),
                                        avg.flatMap(MinuteSheet::number),
                                        value(said, factor + "-Flag"))));
            });
        }
        return minutes;
    }

    private static void row(CsvSheet sheet, Instant hour, FactorCode factor, List<Minute> minutes) {
        List<Fraction> numbers = new ArrayList<>();
        minutes.forEach(minute -> minute.avg().map(Fraction::of).ifPresent(numbers::add));
        long normal = minutes.stream()
                .filter(minute -> minute.flag().filter(NORMAL::equals).isPresent())
                .count();
        long none = minutes.stream().filter(minute -> minute.flag().isEmpty()).count();
        sheet.row(
                hour,
                factor,
                minutes.size(),
                normal,
                minutes.size() - normal - none,
                none,
                numbers.isEmpty()
                        ? ""
                        : Fraction.meanOf(numbers).rounded(DECIMALS).toPlainString(),
                String.join(
                        " ",
                        minutes.stream()
                                .map(minute -> String.valueOf(minute.sequence()))
                                .toList()));
    }

    private static Optional<String> value(FrameFields.Said said, String item) {
        return said.items().stream()
                .filter(one -> one.name().equals(item))
                .map(FrameFields.Item::value)
                .findFirst();
    }

    private static Optional<Instant> instant(FrameFields.Said said) {
        try {
            return value(said, "DataTime").map(text -> LocalDateTime.parse(text, WIRE)
                    .atZone(LegalTime.ZONE)
                    .toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
