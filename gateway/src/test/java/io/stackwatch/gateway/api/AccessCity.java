package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.exchange.AnswerPattern;
import io.stackwatch.core.access.About;
import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.access.AccessDesk;
import io.stackwatch.gateway.access.AccessOptions;
import io.stackwatch.gateway.access.Accounts;
import io.stackwatch.gateway.access.StoredSubjects;
import io.stackwatch.gateway.casework.CaseCity;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.MemoryJournal;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The city of cases with one thing of every kind of each of its two enterprises, and people who can sign in: those of the city of cases,
 * root the administrator and aud the auditor, all with the same password. DA001 is E1's in 371524, DA002 is E2's in 371525.
 */
final class AccessCity {

    static final String PASSWORD = "one long password";
    private static final Instant HOUR = Instant.parse("2026-10-09T00:00:00Z");

    final RecordStore store;
    final CaseCity cases;
    final WallClock wall = new WallClock();
    final AccessDesk desk;
    final StoredSubjects subjects;
    final MemoryJournal journal = new MemoryJournal();

    /** What there is of E1, and of E2, by the way in which a request names it. */
    final Map<About, String> own = new EnumMap<>(About.class);

    final Map<About, String> foreign = new EnumMap<>(About.class);

    AccessCity(RecordStore store, Path folder) {
        this.store = store;
        this.cases = CaseCity.in(store, folder);
        this.desk = AccessDesk.open(store, AccessOptions.defaults(), new SecureRandom(), cases.clock, wall);
        person("root", Role.ADMINISTRATOR);
        person("aud", Role.AUDITOR);
        things(own, "DA001", "E1", 1);
        things(foreign, "DA002", "E2", 2);
        this.subjects = new StoredSubjects(store, new LiveRegistry(store, cases.clock)::snapshot, journal, cases.clock);
    }

    Entrance entrance() {
        return new Entrance(true, desk, subjects, List.of("stackwatch.example"));
    }

    /** Makes an account whose password need not be changed. */
    void account(String name) {
        desk.accounts()
                .add(new PersonId(name), PASSWORD, new Accounts.Order("root", "ADMINISTRATOR", "for the test"))
                .match(
                        done -> done,
                        unknown -> {
                            throw new AssertionError(unknown.toString());
                        },
                        not -> {
                            throw new AssertionError(not.reason() + " " + name);
                        });
    }

    private void person(String name, Role role) {
        store.write(handle -> {
            PersonRecords.save(
                    handle,
                    new PersonRow(
                            new PersonId(name),
                            role,
                            "人-" + name,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Effective.ALWAYS));
            return true;
        });
    }

    private void things(Map<About, String> things, String outlet, String enterprise, int number) {
        String mn = "3715000000000" + number;
        String proof = String.valueOf(number).repeat(64);
        things.put(About.OUTLET, outlet);
        things.put(About.ENTERPRISE, enterprise);
        things.put(About.STATION, mn);
        things.put(About.SOURCE, "PLANT-" + number);
        things.put(About.CASE_FILE, cases.opened(outlet, "2026-10-08").value());
        things.put(About.CASE, things.get(About.CASE_FILE));
        things.put(About.MARK, "M-" + number);
        things.put(About.EXEMPTION, String.valueOf(number));
        things.put(About.QA_EVENT, String.valueOf(number));
        things.put(About.EXCHANGE, String.valueOf(number));
        things.put(About.PROOF, proof);
        things.put(About.FRAME, String.valueOf(number));
        things.put(About.ALARM, store.write(handle -> alarm(handle, outlet)).value());
        store.write(handle -> {
            station(handle, mn, outlet);
            handle.execute(
                    "INSERT INTO opcua_node VALUES (?, 'ns=1;s=a', ?, 'a21026', 'mg/m3', '1', '0', 'default', '0', NULL, 60, 1, 0, NULL)",
                    things.get(About.SOURCE),
                    outlet);
            handle.execute("INSERT INTO mark (number, outlet) VALUES (?, ?)", number, outlet);
            handle.execute("INSERT INTO mark_proof VALUES (?, 1, 1, '照片', ?, 9)", number, proof);
            handle.execute(
                    "INSERT INTO exemption VALUES (?, ?, ?, 0, 3600000, 'document', 0, 'zhao', 'why')",
                    number,
                    outlet,
                    Exemption.Kind.POWER_CUT.name());
            handle.execute(
                    """
                    INSERT INTO exchange (id, station, qn, system_code, command, content, ordered_by, reason, priority, edition,
                      pattern, two_people, patience, answer_within, resends, result_within, longest, state, ordered_at,
                      expires_at, attempts, data_frames, deviations, version)
                    VALUES (?, ?, '20261009080000000', '31', 1011, '', 'li', 'why', 'OFFICER', 'HJ212_2017', ?, 0, 1000, 1000, 1,
                      1000, 1000, 'ORDERED', 0, 1, 0, 0, '', 1)""",
                    number,
                    mn,
                    AnswerPattern.RESULT.name());
            handle.execute(
                    """
                    INSERT INTO qa_event (number, outlet, factor, check_kind, mode, made_at, document, at, actor, reason)
                    VALUES (?, ?, 'a21026', 'ZERO_DRIFT', 'MANUAL_EXTRACTIVE', 0, 'book 7', 0, 'li', 'why')""",
                    number,
                    outlet);
            return true;
        });
        journal.append(
                new Arrival(
                        HOUR,
                        "hj212",
                        "10.1.2.3:40112",
                        Optional.of(new Mn(mn)),
                        Arrival.Disposition.ACCEPTED,
                        "crc=HJ212",
                        ApiRunning.FRAME.getBytes(StandardCharsets.UTF_8)),
                new Journal.Receipt() {
                    @Override
                    public void durable(long sequence) {}

                    @Override
                    public void refused(Journal.Refusal why) {
                        throw new AssertionError(why.toString());
                    }
                });
    }

    private static void station(Handle handle, String mn, String outlet) {
        handle.execute(
                """
                INSERT INTO station (mn, outlet, edition, crc, password_policy, password, minute_interval, label_at_end, units,
                  valid_from) VALUES (?, ?, 'HJ212_2017', 'HJ212', 'WARN', '123456', 10, 0, '', 0)""",
                mn,
                outlet);
    }

    private static AlarmId alarm(Handle handle, String outlet) {
        AlarmKey key = new AlarmKey(new OutletId(outlet), new FactorCode("a21026"), AlarmType.HOUR_EXCEEDANCE, HOUR);
        AlarmEvent raised = new AlarmEvent(
                key,
                AlarmEventKind.RAISED,
                HOUR,
                HOUR,
                HOUR,
                AlarmLevel.YELLOW,
                AlarmReason.EXCEEDS,
                Optional.of(HOUR),
                Optional.empty(),
                "38 of 35",
                List.of());
        AlarmChange change = new AlarmChange(Alarm.begin(raised), List.of(raised));
        AlarmChanges.keep(
                handle,
                List.of(new EpisodeDecision(EpisodeDecision.Kind.STARTED, List.of(change))),
                Duration.ofDays(1),
                HOUR);
        return AlarmId.of(key);
    }

    /** The wall clock of sessions, set by hand. */
    static final class WallClock extends Clock {

        private volatile Instant now = Instant.parse("2026-12-01T01:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
