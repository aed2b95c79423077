package io.stackwatch.gateway.averaging;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.connectors.opcua.mapping.NodeMapping;
import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.intake.IntakeOptions;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.MemoryJournal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.SourceGap;
import io.stackwatch.gateway.records.SourceGapRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The source B01 with SO2, oxygen and steam of the outlet DA1, whose permit refers to 6 % oxygen. Times are local
 * ({@code 08:00:05} of 24 November 2026).
 */
final class PlantOnATimeline {

    static final Mn SOURCE = new Mn("B01");
    static final OutletId OUTLET = new OutletId("DA1");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    final MemoryJournal journal = new MemoryJournal();
    private final RecordStore store;
    private final RegistrySnapshot registry = RegistrySnapshot.of(facts(), List.of());
    private AveragingCursor cursor;
    private Intake intake;

    PlantOnATimeline(RecordStore store) {
        this.store = store;
        this.intake = new Intake(journal, IntakeOptions.defaults());
        this.cursor = cursorOf(intake);
    }

    /** What a process makes anew when it starts. */
    void restart() {
        intake = new Intake(journal, IntakeOptions.defaults());
        cursor = cursorOf(intake);
        List<JournalRecord> rest = new ArrayList<>();
        for (long next = cursor.place().position() + 1; next <= journal.head(); next++) {
            rest.add(journal.read(next).orElseThrow());
        }
        cursor.apply(rest);
    }

    private AveragingCursor cursorOf(Intake to) {
        Clock clock = Clock.fixed(at("12:00:00"), ZoneOffset.UTC);
        return new AveragingCursor(
                store, nodes(), () -> registry, RuleParameters.load(), FlagTable.load(), new Republication(to, clock));
    }

    static PlantNodes nodes() {
        List<NodeRow> rows =
                List.of(row("SO2", "a21026", "mg/m3"), row("O2", "a19001", "%"), row("STEAM", "x45005", "t/h"));
        NodeMapping mapping = NodeMapping.of(rows, StatusProfiles.with(List.of()));
        return new PlantNodes() {
            @Override
            public NodeMapping mapping() {
                return mapping;
            }

            @Override
            public boolean isMapped(Mn source, OutletId outlet, FactorCode factor, Instant instant) {
                return rows.stream().anyMatch(row -> row.factor().equals(factor));
            }
        };
    }

    private static NodeRow row(String node, String factor, String unit) {
        return new NodeRow(
                SOURCE,
                "ns=2;s=" + node,
                OUTLET,
                new FactorCode(factor),
                new Unit(unit),
                NodeRow.Scaling.NONE,
                StatusProfiles.DEFAULT,
                new NodeRow.Watch(BigDecimal.ZERO, Optional.empty(), Duration.ofSeconds(30)),
                Effective.since(FROM),
                2);
    }

    private static RegisteredFacts facts() {
        Effective since = Effective.since(FROM);
        Outlet outlet = new Outlet(
                OUTLET,
                new EnterpriseId("E1"),
                "1号锅炉",
                new IndustryCode("D4412"),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                since);
        Limit permit = new Limit(
                new LimitId("P1"),
                new LimitScope.OfOutlet(OUTLET),
                new FactorCode("a21026"),
                Concentration.of("35"),
                Optional.of(OxygenContent.of("6")),
                Averaging.HOUR,
                LimitSource.PERMIT,
                "91371500示例001P",
                "",
                since,
                Verification.VERIFIED);
        return new RegisteredFacts(
                RegistryRows.EMPTY.withOutlets(List.of(outlet)), List.of(), List.of(), List.of(permit));
    }

    static Instant at(String local) {
        return LocalDateTime.parse("2026-11-24T" + local)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    /** A value of a node, as it stood at a time. */
    static NodeValue value(String node, String local, double number) {
        return new NodeValue(
                "ns=2;s=" + node, Value.Numeric.of(number), 0, Optional.of(at(local)), Optional.of(at(local)));
    }

    /** A bad value: an instrument that is out of service. */
    static NodeValue outOfService(String node, String local) {
        return new NodeValue(
                "ns=2;s=" + node, Value.Nothing.NOTHING, 0x808D0000L, Optional.of(at(local)), Optional.of(at(local)));
    }

    void live(String arrived, NodeValue... values) {
        arrives(arrived, new Batch.Live(SOURCE, 7, at(arrived), List.of(values)));
    }

    void alive(String arrived) {
        arrives(arrived, new Batch.Alive(SOURCE, 7, at(arrived)));
    }

    /** Keep-alives every ten seconds. */
    void aliveUntil(String from, String until) {
        for (Instant next = at(from); !next.isAfter(at(until)); next = next.plusSeconds(10)) {
            arrives(next, new Batch.Alive(SOURCE, 7, next));
        }
    }

    void started(String arrived) {
        resumed(arrived, Batch.How.STARTED, Optional.empty());
    }

    void resumed(String arrived, Batch.How how, Optional<String> heardUntil) {
        arrives(arrived, new Batch.Resumed(SOURCE, 7, at(arrived), how, heardUntil.map(PlantOnATimeline::at)));
    }

    void lost(String arrived) {
        arrives(arrived, new Batch.Lost(SOURCE, 7, at(arrived), "CONNECTION_LOST"));
    }

    void history(String arrived, NodeValue... values) {
        arrives(arrived, new Batch.History(SOURCE, 7, at(arrived), List.of(values)));
    }

    void filled(String arrived, String from, String to, Batch.Outcome outcome, long count) {
        arrives(arrived, new Batch.Filled(SOURCE, 7, at(from), at(to), outcome, count));
    }

    void filledWithout(String arrived, String from, String to, long count, Unread unread) {
        arrives(arrived, new Batch.Filled(SOURCE, 7, at(from), at(to), Batch.Outcome.PARTLY, count, unread));
    }

    private void arrives(String local, Batch batch) {
        arrives(at(local), batch);
    }

    private void arrives(Instant instant, Batch batch) {
        journal.append(
                new Arrival(
                        instant,
                        AveragingCursor.BATCHES,
                        "opc.tcp://plant:4840",
                        Optional.of(SOURCE),
                        Arrival.Disposition.ACCEPTED,
                        "",
                        BatchCodec.encode(batch)),
                new Journal.Receipt() {
                    @Override
                    public void durable(long sequence) {}

                    @Override
                    public void refused(Journal.Refusal why) {
                        throw new AssertionError("refused: " + why);
                    }
                });
        cursor.apply(List.of(journal.read(journal.head()).orElseThrow()));
    }

    /** What is complete is made, kept and journaled. */
    void fire(String local) {
        cursor.fire(at(local), () -> 0);
    }

    /** Fires while the journal holds what the cursor has not had yet. */
    void fireBehind(String local) {
        cursor.fire(at(local), () -> Long.MAX_VALUE);
    }

    /** Made frames of a command in the order of the journal, from the system code on, without password and station. */
    List<String> made(int command) {
        List<String> frames = new ArrayList<>();
        for (long sequence = 1; sequence <= journal.head(); sequence++) {
            Arrival arrival = journal.read(sequence).orElseThrow().arrival();
            String text = new String(arrival.bytes(), StandardCharsets.UTF_8);
            if (arrival.connector().equals(Republication.CONNECTOR) && text.contains(";CN=" + command + ";")) {
                frames.add(text.substring(text.indexOf("ST="), text.length() - 4)
                        .replace("CN=" + command + ";PW=123456;MN=OPC.B01.DA1;Flag=8;", "")
                        .replace("CP=&&", "")
                        .replace("&&", ""));
            }
        }
        return frames;
    }

    /** The cuts, newest first, in short. */
    List<String> gaps() {
        return store.read(handle -> SourceGapRecords.of(handle, SOURCE, FROM, 100)).stream()
                .map(PlantOnATimeline::shown)
                .toList();
    }

    private static String shown(SourceGap gap) {
        return time(gap.from()) + ".."
                + gap.end().map(end -> time(end.to()) + " " + end.how()).orElse("") + " " + gap.reason() + " "
                + gap.filling()
                        .map(filling -> filling.outcome() + " " + gap.readBack() + unread(filling))
                        .orElse("open");
    }

    private static String unread(SourceGap.Filling filling) {
        return filling.unread()
                .filter(unread -> !unread.isNone())
                .map(unread -> " without " + unread.number() + " " + unread.named())
                .orElse("");
    }

    private static String time(Instant instant) {
        return instant.atZone(ZoneId.of("Asia/Shanghai")).toLocalTime().toString();
    }
}
