package io.stackwatch.gateway.api;

import io.stackwatch.gateway.records.DetectionRow;
import io.stackwatch.gateway.records.FindingRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What detectors of windows said of days of an outlet. A finding raises a question and proves nothing. */
record FindingsView(String outlet, LocalDate firstDay, LocalDate lastDay, List<Day> days) {

    /** A day in its newest version; {@code hours} is how many reported hours were looked at, with those before the day. */
    record Day(
            LocalDate day, int version, Instant examinedAt, int hours, List<Answer> answers, List<Finding> findings) {}

    /** What one detector answered; {@code reason} is why it cannot say, or how many it found or looked at. */
    record Answer(String detector, String answer, String reason, String detail) {}

    /** What was found, with the newest of its figures. */
    record Finding(
            String detector,
            Named factor,
            Instant from,
            Instant until,
            String words,
            int figureCount,
            List<Figure> figures,
            List<String> parameters,
            String alarm) {}

    /** A figure that a finding rests on; {@code record} is the journal record that it stands in. */
    record Figure(String outlet, String factor, String hour, String value, long record) {}

    static FindingsView of(String outlet, LocalDate first, LocalDate last, List<DetectionRow> rows, FactorNames names) {
        return new FindingsView(
                outlet,
                first,
                last,
                rows.stream()
                        .map(row -> new Day(
                                row.day().day(),
                                row.version(),
                                row.examinedAt(),
                                row.hours(),
                                row.answers().stream().map(FindingsView::answer).toList(),
                                row.findings().stream()
                                        .map(finding -> finding(finding, names))
                                        .toList()))
                        .toList());
    }

    private static Answer answer(String line) {
        List<String> parts = parts(line);
        return new Answer(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    private static Finding finding(FindingRow row, FactorNames names) {
        return new Finding(
                row.detector(),
                names.of(row.factor()),
                row.window().start(),
                row.window().end(),
                row.words(),
                row.figureCount(),
                row.figures().stream().map(FindingsView::figure).toList(),
                row.parameters(),
                row.alarm());
    }

    private static Figure figure(String line) {
        List<String> parts = parts(line);
        return new Figure(parts.get(0), parts.get(1), parts.get(2), parts.get(3), Long.parseLong(parts.get(4)));
    }

    private static List<String> parts(String line) {
        return Arrays.asList(line.split("\t", -1));
    }
}
