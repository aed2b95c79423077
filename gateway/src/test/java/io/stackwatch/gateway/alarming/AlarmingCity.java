package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DutyRole;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.Recipient;
import io.stackwatch.core.notice.RecipientId;
import io.stackwatch.core.notice.RosterShift;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.judgement.SqlAlarmDesk;
import io.stackwatch.gateway.records.AlarmActOutcome;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.NoticeRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RosterRecords;
import io.stackwatch.gateway.records.TellingRecords;
import io.stackwatch.gateway.records.TellingRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A works E1 with two outlets in the county 371502, people on duty, and alarms by command. */
final class AlarmingCity {

    /** Half past eight of the 24th of November 2026 in Shanghai. */
    static final Instant MORNING = Instant.parse("2026-11-24T00:30:00Z");

    static final Instant HOUR = Instant.parse("2026-11-23T23:00:00Z");
    static final FactorCode SO2 = new FactorCode("a21026");
    static final FactorCode NOX = new FactorCode("a21002");
    private static final RuleParameters PARAMETERS = RuleParameters.load();
    private static final RegionCode COUNTY = new RegionCode("371502");
    private static final EnterpriseId WORKS = new EnterpriseId("E1");

    final RecordStore store;
    final SqlAlarmDesk desk;
    final AlarmingTables tables = AlarmingTables.load(PARAMETERS);
    final List<Long> signalled = new ArrayList<>();
    private final EventSignal signal = new EventSignal();
    AlarmingSweep sweep;

    AlarmingCity(RecordStore store) {
        this.store = store;
        signal.subscribe(signalled::add);
        desk = new SqlAlarmDesk(store, PARAMETERS, signal);
        restart();
        sweep.fire(MORNING.minusSeconds(60));
    }

    /** A sweep that remembers nothing but its rows. */
    void restart() {
        sweep = new AlarmingSweep(
                store, AlarmingCity::registry, tables, new AlarmWords(tables.catalogue(), FactorCode::value), signal);
    }

    void onDuty(String person, DutyRole role) {
        store.write(handle -> {
            RosterRecords.save(
                    handle,
                    new RosterShift(
                            new RecipientId(person),
                            role,
                            role.ofCounty() ? Optional.of(COUNTY) : Optional.empty(),
                            role.ofEnterprise() ? Optional.of(WORKS) : Optional.empty(),
                            Effective.ALWAYS));
            return true;
        });
    }

    void reached(String person) {
        store.write(handle -> {
            RosterRecords.save(
                    handle,
                    new Recipient(
                            new RecipientId(person),
                            List.of(new Address(new ChannelName("mail"), person + "@example.org"))));
            return true;
        });
    }

    /** The usual people: operator, officer of the county, heads, centre, each reached by mail. */
    void people() {
        onDuty("operator", DutyRole.OPERATOR);
        onDuty("county", DutyRole.COUNTY_DUTY);
        onDuty("firm-head", DutyRole.ENTERPRISE_HEAD);
        onDuty("county-head", DutyRole.COUNTY_HEAD);
        onDuty("centre", DutyRole.CITY_CENTRE);
        List.of("operator", "county", "firm-head", "county-head", "centre").forEach(this::reached);
    }

    AlarmKey raise(String outlet, AlarmType type, FactorCode factor, AlarmLevel level, Instant at) {
        AlarmKey key = new AlarmKey(new OutletId(outlet), factor, type, HOUR);
        AlarmEvent event = event(key, AlarmEventKind.RAISED, level, AlarmReason.EXCEEDS, at);
        keep(new AlarmChange(Alarm.begin(event), List.of(event)), at);
        return key;
    }

    void happens(AlarmKey key, AlarmEventKind kind, AlarmLevel level, Instant at) {
        Alarm alarm = alarm(key);
        AlarmEvent event = event(key, kind, level, AlarmReason.WITHIN, at);
        keep(new AlarmChange(alarm.after(event), List.of(event)), at);
    }

    void act(AlarmKey key, AlarmOrder order, Instant at) {
        AlarmActOutcome outcome = desk.act(alarm(key).id(), order, at);
        outcome.match(
                done -> true,
                refused -> {
                    throw new AssertionError(refused.toString());
                },
                () -> {
                    throw new AssertionError("no such alarm");
                });
    }

    Alarm alarm(AlarmKey key) {
        return store.read(handle -> AlarmRecords.find(handle, AlarmId.of(key))).orElseThrow();
    }

    /** What was decided about an alarm in one wake-up, in order: step, round, person, and the notice's occasion or the reason why not. */
    List<String> fire(AlarmKey key, Instant now) {
        int before = story(key).size();
        sweep.fire(now);
        List<String> story = story(key);
        return story.subList(before, story.size());
    }

    List<String> story(AlarmKey key) {
        return store.read(handle -> TellingRecords.of(handle, alarm(key).id())).stream()
                .map(AlarmingCity::words)
                .toList();
    }

    private static String words(TellingRow row) {
        String step = row.level() == TellingRow.NO_STEP ? "-" : "L" + row.level() + "." + row.round();
        return step + " " + row.person().map(RecipientId::value).orElse("(" + row.role() + ")") + " "
                + row.silence().map(Enum::name).orElseGet(() -> row.occasion() + "!");
    }

    List<NoticeRecords.Row> outbox() {
        return store.read(handle -> NoticeRecords.after(handle, 0, 1_000));
    }

    Set<NoticeId> ids() {
        return outbox().stream().map(row -> row.notice().id()).collect(Collectors.toSet());
    }

    private void keep(AlarmChange change, Instant at) {
        store.write(handle -> AlarmChanges.keep(
                handle,
                List.of(new EpisodeDecision(EpisodeDecision.Kind.REVISED, List.of(change))),
                Duration.ofDays(1),
                at));
    }

    private static AlarmEvent event(
            AlarmKey key, AlarmEventKind kind, AlarmLevel level, AlarmReason reason, Instant at) {
        return new AlarmEvent(
                key,
                kind,
                at,
                key.firstHour(),
                key.firstHour(),
                level,
                reason,
                Optional.of(key.firstHour()),
                Optional.empty(),
                "38 of 35 mg/m3",
                List.of());
    }

    static Registry registry() {
        return Registry.of(rows());
    }

    static RegistryRows rows() {
        Effective since = Effective.since(Instant.parse("2025-12-31T16:00:00Z"));
        return new RegistryRows(
                List.of(new Region(COUNTY, "东昌府区", "Dongchangfu", Optional.empty(), since, Verification.VERIFIED)),
                List.of(new Enterprise(WORKS, "示例热电厂", COUNTY, since)),
                List.of(outlet("DA001", since), outlet("DA002", since)),
                List.of(
                        new Station(new Mn("M1"), new OutletId("DA001"), since),
                        new Station(new Mn("M2"), new OutletId("DA002"), since)),
                List.of(),
                List.of());
    }

    private static Outlet outlet(String id, Effective since) {
        return new Outlet(
                new OutletId(id),
                WORKS,
                id + "排放口",
                new IndustryCode("D4412"),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                since);
    }
}
