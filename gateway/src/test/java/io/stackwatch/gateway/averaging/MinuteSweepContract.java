package io.stackwatch.gateway.averaging;

import static io.stackwatch.gateway.averaging.PlantOnATimeline.at;
import static io.stackwatch.gateway.averaging.PlantOnATimeline.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.core.averaging.MinuteOfSamples;
import io.stackwatch.core.averaging.SampleGrid;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.DroppedMinutes;
import io.stackwatch.gateway.records.MadeChannel;
import io.stackwatch.gateway.records.MadeFile;
import io.stackwatch.gateway.records.MadeMinute;
import io.stackwatch.gateway.records.MadeRecords;
import io.stackwatch.gateway.records.MadeStation;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes that were kept long enough go, and nothing else does; the same on every database. */
abstract class MinuteSweepContract {

    private static final Duration KEEP = Duration.ofDays(35);

    @TempDir
    Path folder;

    private RecordStore store;
    private PlantOnATimeline plant;
    private MinuteSweep sweep;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        plant = new PlantOnATimeline(store);
        sweep = new MinuteSweep(store, RuleParameters.load(), KEEP);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void twoHoursAreMade() {
        plant.started("08:00:00");
        plant.live("08:00:00", value("SO2", "08:00:00", 28), value("O2", "08:00:00", 9.5));
        plant.aliveUntil("08:00:10", "10:00:10");
        plant.fire("10:00:10");
    }

    private MadeFile.OfStation hour(String local) {
        return new SqlRecordsView(store, () -> {
                    throw new AssertionError("the registry is not asked");
                })
                .made(PlantOnATimeline.OUTLET, at(local))
                .stations()
                .get(0);
    }

    private int framesOfMinutes() {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM made_frame WHERE command = 2051")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void minutesThatWereKeptLongEnoughGoAndTheHourSaysWhen() {
        twoHoursAreMade();
        Instant now = at("09:30:00").plus(KEEP);
        sweep.fire(now);

        MadeFile.OfStation old = hour("08:00:00");
        assertEquals(List.of(), old.minutes());
        assertEquals(1, old.hours().size(), "the frame of the hour stays");
        assertEquals(
                Optional.of(new DroppedMinutes(new Mn("OPC.B01.DA1"), at("08:00:00"), now, 120, 60)), old.dropped());

        MadeFile.OfStation young = hour("09:00:00");
        assertEquals(120, young.minutes().size(), "it was half an hour too young");
        assertEquals(Optional.empty(), young.dropped());
        assertEquals(60, framesOfMinutes());
        assertEquals(120, sweep.minutes());
        assertEquals(1, sweep.hours());
    }

    @Test
    void afterARestartADroppedHourIsNotMadeAnew() {
        twoHoursAreMade();
        sweep.fire(at("09:30:00").plus(KEEP));
        plant.restart();
        plant.fire("10:00:20");
        assertEquals(2, plant.made(2061).size());
        assertEquals(1, hour("08:00:00").hours().size());
    }

    @Test
    void whatALateValueMayStillChangeIsKeptHoweverShortTheSettingIs() {
        twoHoursAreMade();
        MinuteSweep hasty = new MinuteSweep(store, RuleParameters.load(), Duration.ofMinutes(1));
        hasty.fire(at("08:59:59").plus(Duration.ofDays(7)));
        assertEquals(120, hour("08:00:00").minutes().size(), "a value of 168 hours ago still counts");
        hasty.fire(at("11:00:00").plus(Duration.ofDays(8)));
        assertEquals(0, hour("09:00:00").minutes().size());
    }

    @Test
    void whatIsNotMadeYetIsKept() {
        plant.started("08:00:00");
        plant.live("08:00:00", value("SO2", "08:00:00", 28), value("O2", "08:00:00", 9.5));
        plant.aliveUntil("08:00:10", "08:30:00");
        plant.fireBehind("08:30:05");
        int before = hour("08:00:00").minutes().size();
        sweep.fire(at("08:30:00").plus(KEEP.multipliedBy(2)));
        assertEquals(before, hour("08:00:00").minutes().size());
        assertFalse(hour("08:00:00").minutes().isEmpty());
    }

    @Test
    void aMinuteThatSaysSomethingElseThanItsFrameIsKeptUntilItIsMadeAnew() {
        plant.started("08:00:00");
        plant.live("08:00:00", value("SO2", "08:00:00", 28), value("O2", "08:00:00", 9.5));
        plant.aliveUntil("08:00:10", "08:40:00");
        plant.lost("08:40:20");
        plant.fire("09:30:00");
        plant.resumed("09:40:00", Batch.How.RECREATED, Optional.of("08:40:00"));
        plant.history("09:40:01", value("SO2", "08:41:00", 28), value("O2", "08:41:00", 9.5));
        plant.fire("09:40:02");
        Instant late = at("10:00:00").plus(KEEP);
        sweep.fire(late);
        assertEquals(0, sweep.hours(), "more may come for the cut");

        plant.filled("09:40:03", "08:40:00", "09:40:00", Batch.Outcome.PARTLY, 2);
        plant.fire("09:40:04");
        sweep.fire(late.plus(Duration.ofHours(1)));
        assertEquals(1, sweep.hours());
    }

    @Test
    void minutesWhoseFramesWaitForTheJournalAreKept() {
        twoHoursAreMade();
        store.write(handle -> handle.execute("UPDATE made_frame SET sequence = NULL WHERE command = 2051"));
        sweep.fire(at("12:00:00").plus(KEEP));
        assertEquals(0, sweep.hours());
        assertEquals(120, framesOfMinutes());
    }

    @Test
    void whatIsTooMuchForOneWakeUpIsDoneByTheNextOnes() {
        int hours = MinuteSweep.MOST_HOURS + 6;
        Mn station = new Mn("OPC.B01.DA1");
        MadeChannel.Key channel = new MadeChannel.Key(station, new FactorCode("a21026"));
        List<MadeMinute> minutes = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            Instant start = at("08:00:00").plus(Duration.ofHours(hour));
            minutes.add(new MadeMinute(
                    channel, MinuteOfSamples.empty(new SampleGrid(Duration.ofSeconds(5)), start), Optional.empty()));
        }
        Instant until = at("08:00:00").plus(Duration.ofHours(hours));
        store.write(handle -> {
            MadeRecords.saveStations(
                    handle, List.of(new MadeStation(station, PlantOnATimeline.SOURCE, PlantOnATimeline.OUTLET, until)));
            MadeRecords.saveMinutes(handle, minutes);
            return hours;
        });
        Instant now = until.plus(KEEP);
        sweep.fire(now);
        assertEquals(MinuteSweep.MOST_HOURS, sweep.hours());
        sweep.fire(now.plusSeconds(1));
        assertEquals(hours, sweep.hours());
    }
}
