package io.stackwatch.gateway.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.Attention;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alarms of a store from before there were other subjects than outlets are read as they were; on every database. */
abstract class AlarmMigrationContract {

    private static final Instant HOUR = Instant.parse("2026-11-24T00:00:00Z");
    private static final AlarmKey ENDED =
            new AlarmKey(new OutletId("DA001"), new FactorCode("a21026"), AlarmType.CONVERSION_DEVIATES, HOUR);
    private static final AlarmKey JOINED =
            new AlarmKey(new OutletId("DA001"), new FactorCode("a21026"), AlarmType.HOUR_EXCEEDANCE, HOUR);

    abstract StoreOptions fresh();

    @Test
    void anAlarmOfAnOlderStoreKeepsItsIdItsOutletAndWhatWasSaidOfIt() {
        StoreOptions options = fresh();
        Flyway.configure()
                .dataSource(options.url(), options.user(), options.password())
                .locations("classpath:io/stackwatch/gateway/records/migration")
                .target("18")
                .load()
                .migrate();
        Jdbi.create(options.url(), options.user(), options.password()).useHandle(old -> {
            insert(old, ENDED, "OPEN_CLEARED", "AGREES");
            insert(old, JOINED, "OPEN_CLEARED", "JOINED_TO_EARLIER");
            event(old, 1, ENDED, "RAISED", "DEVIATES", null, "sent 25, own 28");
            event(old, 2, ENDED, "CLEARED", "AGREES", null, "");
            event(old, 3, ENDED, "ACKNOWLEDGED", "OFFICER", "Li", "seen");
            event(old, 4, JOINED, "CLEARED", "JOINED_TO_EARLIER", null, "the id of another");
        });
        try (RecordStore store = RecordStore.open(options)) {
            Alarm ended = store.read(handle -> AlarmRecords.find(handle, AlarmId.of(ENDED)))
                    .orElseThrow();
            assertEquals(ENDED, ended.key());
            assertEquals(AlarmReason.AGREES, ended.clearing().orElseThrow().reason());
            assertEquals("sent 25, own 28", ended.words());
            assertEquals(Attention.ASKED, ended.state().attention());
            assertEquals(Optional.empty(), ended.assignment());
            assertEquals(
                    "",
                    store.read(handle -> AlarmRecords.find(handle, AlarmId.of(JOINED)))
                            .orElseThrow()
                            .words());
            assertEquals(
                    List.of(ENDED, ENDED, ENDED),
                    store.read(handle -> AlarmEventRecords.of(handle, AlarmId.of(ENDED))).stream()
                            .map(event -> event.event().key())
                            .toList());
        }
    }

    private static void insert(Handle old, AlarmKey key, String state, String why) {
        long hour = HOUR.toEpochMilli();
        old.execute(
                """
                INSERT INTO alarm (id, outlet, factor, type, key_hour, state, level, first_hour, last_hour, raised_at,
                  cleared_at, cleared_why) VALUES (?, 'DA001', 'a21026', ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                AlarmId.of(key).value(),
                key.type().code(),
                hour,
                state,
                AlarmLevel.ORANGE.name(),
                hour,
                hour,
                hour,
                hour,
                why);
    }

    private static void event(
            Handle old, long number, AlarmKey key, String kind, String reason, @Nullable String actor, String note) {
        long hour = HOUR.toEpochMilli();
        old.execute(
                """
                INSERT INTO alarm_event (number, alarm, kind, at, first_hour, last_hour, level, reason, actor, note, evidence)
                VALUES (?, ?, ?, ?, ?, ?, 'ORANGE', ?, ?, ?, '')""",
                number,
                AlarmId.of(key).value(),
                kind,
                hour,
                hour,
                hour,
                reason,
                actor,
                note);
    }
}
