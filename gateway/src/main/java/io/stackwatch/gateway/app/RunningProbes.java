package io.stackwatch.gateway.app;

import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.gateway.api.Health.Part;
import io.stackwatch.gateway.api.Health.Probe;
import io.stackwatch.gateway.api.Health.Status;
import io.stackwatch.gateway.averaging.AveragingCursor;
import io.stackwatch.gateway.counting.DaysWaiting;
import io.stackwatch.gateway.exchange.ExchangeCursor;
import io.stackwatch.gateway.journal.camel.JournalComponent;
import io.stackwatch.gateway.journal.camel.ReaderStatus;
import io.stackwatch.gateway.journal.segment.JournalGauges;
import io.stackwatch.gateway.journal.segment.JournalState;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.notice.ChannelStatus;
import io.stackwatch.gateway.plant.SourceLines;
import io.stackwatch.gateway.relay.RelayStatus;
import io.stackwatch.gateway.relay.Relays;
import io.stackwatch.gateway.relay.target.TargetName;
import io.stackwatch.gateway.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Questions of {@code /health} to the parts that only this gateway has. */
final class RunningProbes {

    private static final int MOST_NAMED = 10;

    /** An hour is counted long before the next but one is over. */
    private static final Duration LONGEST_COUNT = Duration.ofHours(2);

    private RunningProbes() {}

    /** Whether frames are being made durable, which is whether loggers are acknowledged. */
    static Probe intake(SegmentJournal journal) {
        return new Probe("intake", () -> {
            JournalGauges gauges = journal.gauges();
            JournalState state = gauges.state();
            return new Part(
                    "intake",
                    state == JournalState.ACCEPTING ? Status.UP : Status.DOWN,
                    state == JournalState.ACCEPTING ? "" : "not acknowledging: " + state,
                    Map.of("waiting", gauges.waitingRecords(), "faults", gauges.faults()));
        });
    }

    /** Whether verdicts follow the journal. */
    static Probe core(JournalComponent readers) {
        return new Probe("core", () -> readers.readers().stream()
                .filter(reader -> reader.cursor().equals(CoreCursor.NAME))
                .findFirst()
                .map(RunningProbes::core)
                .orElse(new Part("core", Status.DOWN, "not running", Map.of())));
    }

    /** Whether answers of loggers are read and requests to them leave. */
    static Probe exchanges(JournalComponent readers, Timetable asking) {
        return new Probe("exchanges", () -> {
            Optional<ReaderStatus> reader = readers.readers().stream()
                    .filter(one -> one.cursor().equals(ExchangeCursor.NAME))
                    .findFirst();
            String trouble = reader.isEmpty()
                    ? "not running"
                    : asking.failedInARow() > 0
                            ? "wake-ups fail"
                            : reader.get().lastFailure().orElse("");
            return new Part(
                    "exchanges",
                    trouble.isEmpty() ? Status.UP : Status.DEGRADED,
                    trouble,
                    Map.of(
                            "position", reader.map(ReaderStatus::position).orElse(0L),
                            "failedInARow", asking.failedInARow()));
        });
    }

    /** Whether OPC UA sources give values. What a server still has is read back later, so that is never worse than degraded. */
    static Probe sources(SourceLines lines) {
        return new Probe("sources", () -> {
            Map<String, String> away = new TreeMap<>();
            List<SourceStatus> statuses = lines.statuses();
            statuses.stream()
                    .filter(status -> status.state() != SourceState.CONNECTED)
                    .forEach(status ->
                            away.put(status.id().value(), status.state().name()));
            lines.problems().forEach((id, why) -> away.put(id.value(), why));
            return new Part(
                    "sources",
                    away.isEmpty() ? Status.UP : Status.DEGRADED,
                    away.entrySet().stream()
                            .limit(MOST_NAMED)
                            .map(one -> one.getKey() + ": " + one.getValue())
                            .collect(Collectors.joining(", ")),
                    Map.of(
                            "lines", statuses.size(),
                            "notGiving", away.size(),
                            "badNodes",
                                    statuses.stream()
                                            .mapToInt(
                                                    status -> status.badNodes().size())
                                            .sum()));
        });
    }

    /** Whether hours are made of what sources bring. The values wait in the journal, so that is never worse than degraded. */
    static Probe averaging(JournalComponent readers, MadeHours hours) {
        return new Probe("averaging", () -> {
            Optional<ReaderStatus> reader = readers.readers().stream()
                    .filter(one -> one.cursor().equals(AveragingCursor.NAME))
                    .findFirst();
            String trouble = reader.isEmpty()
                    ? "not running"
                    : hours.failedInARow() > 0
                            ? "wake-ups fail"
                            : reader.get().lastFailure().orElse("");
            Map<String, Number> figures = new LinkedHashMap<>();
            figures.put("position", hours.progress().position());
            figures.put("behindRecords", hours.behind());
            hours.age().ifPresent(age -> figures.put("behindSeconds", age.toSeconds()));
            figures.put("minutes", hours.progress().minutes());
            figures.put("hours", hours.progress().hours());
            figures.put("refusedBatches", hours.progress().refused());
            figures.put("failedInARow", hours.failedInARow());
            return new Part("averaging", trouble.isEmpty() ? Status.UP : Status.DEGRADED, trouble, figures);
        });
    }

    private static Part core(ReaderStatus reader) {
        return new Part(
                "core",
                reader.retrying() ? Status.DOWN : Status.UP,
                reader.lastFailure().orElse(""),
                Map.of("position", reader.position(), "failuresInARow", reader.failuresInARow()));
    }

    /** Whether deadlines are being dealt with. */
    static Probe timetable(Timetable timetable) {
        return new Probe("timetable", () -> {
            long failed = timetable.failedInARow();
            return new Part(
                    "timetable",
                    failed == 0 ? Status.UP : Status.DEGRADED,
                    failed == 0 ? "" : "wake-ups fail",
                    Map.of("failedInARow", failed));
        });
    }

    /** Whether rates follow what is judged. Days that wait are rows and are counted later, so that is never worse than degraded. */
    static Probe counting(Counting counting) {
        return new Probe("counting", () -> counting(counting.waiting(), counting.behind(), counting.failedInARow()));
    }

    static Part counting(DaysWaiting waiting, Duration behind, long failed) {
        String late = behind.compareTo(LONGEST_COUNT) > 0
                ? waiting.days() + " days of outlets wait to be counted since "
                        + waiting.since().map(Instant::toString).orElse("-") + ", the oldest is "
                        + waiting.oldest().map(LocalDate::toString).orElse("-")
                : "";
        String trouble = failed > 0 ? "looks fail; the log says why" : late;
        return new Part(
                "counting",
                trouble.isEmpty() ? Status.UP : Status.DEGRADED,
                trouble,
                Map.of("daysWaiting", waiting.days(), "behindSeconds", behind.toSeconds(), "failedInARow", failed));
    }

    /** Whether months are being closed. A month that cannot be counted is tried again; no frame waits for it. */
    static Probe months(Timetable timetable) {
        return new Probe("months", () -> {
            long failed = timetable.failedInARow();
            return new Part(
                    "months",
                    failed == 0 ? Status.UP : Status.DEGRADED,
                    failed == 0 ? "" : "a month that is due cannot be closed; the log says which",
                    Map.of("failedInARow", failed));
        });
    }

    /** Whether deadlines of cases are told. One that cannot be told is tried again; no act waits for it. */
    static Probe casework(Casework casework) {
        return new Probe("casework", () -> {
            long failed = casework.failedInARow() + casework.sweep().failed();
            return new Part(
                    "casework",
                    failed == 0 ? Status.UP : Status.DEGRADED,
                    failed == 0 ? "" : "a deadline of a case cannot be told; the log says which",
                    Map.of(
                            "waiting", casework.waiting(),
                            "warned", casework.sweep().warned(),
                            "passed", casework.sweep().passed(),
                            "failed", failed));
        });
    }

    /** Whether people are told of alarms. */
    static Probe alarming(Alarming alarming) {
        return new Probe("alarming", () -> {
            long failed = alarming.failed();
            return new Part(
                    "alarming",
                    failed == 0 ? Status.UP : Status.DEGRADED,
                    failed == 0 ? "" : "somebody cannot be told of an alarm; the log says of which",
                    Map.of("waiting", alarming.waiting(), "failed", failed));
        });
    }

    /** Whether notices reach people. One that does not is tried over the next channel. */
    static Probe notices(Dispatching dispatching) {
        return new Probe("notices", () -> notices(dispatching.channels(), dispatching.failed()));
    }

    static Part notices(List<ChannelStatus> channels, long failed) {
        String faulty = channels.stream()
                .filter(one -> one.fault().isPresent())
                .map(one -> one.channel() + ": " + one.fault().orElseThrow())
                .collect(Collectors.joining(", "));
        String trouble = faulty.isEmpty() && failed > 0 ? "notices reached nobody; the log says which" : faulty;
        return new Part(
                "notices",
                trouble.isEmpty() ? Status.UP : Status.DEGRADED,
                channels.isEmpty() ? "no channel is configured: nobody is told" : trouble,
                Map.of(
                        "channels", channels.size(),
                        "waiting",
                                channels.stream()
                                        .mapToLong(ChannelStatus::waiting)
                                        .sum(),
                        "told", channels.stream().mapToLong(ChannelStatus::told).sum(),
                        "failed", failed));
    }

    /** Whether frames go on to this platform. Nothing is lost while it is away, so that is never worse than degraded. */
    static Probe relay(Relays relays, TargetName target) {
        String name = "relay-" + target;
        return new Probe(name, () -> relays.status(target)
                .map(status -> relay(name, status))
                .orElse(new Part(name, Status.DOWN, "not running", Map.of())));
    }

    private static Part relay(String name, RelayStatus status) {
        boolean well = status.condition() == RelayStatus.Condition.CONNECTED && !status.silent();
        Status health = status.condition() == RelayStatus.Condition.STOPPED ? Status.DOWN : Status.DEGRADED;
        String detail = status.silent()
                ? "the platform acknowledges nothing"
                : status.condition().toString();
        return new Part(
                name,
                well ? Status.UP : health,
                well ? "" : detail + status.problem().map(why -> ": " + why).orElse(""),
                Map.of(
                        "open", status.open(),
                        "lagRecords", status.lagRecords(),
                        "lagSeconds", status.lag().toSeconds(),
                        "underWay", status.underWay()));
    }
}
