package io.stackwatch.gateway.station;

import io.stackwatch.gateway.records.BehaviourRow;
import io.stackwatch.gateway.records.ChangeRow;
import io.stackwatch.gateway.records.DeviationRow;
import io.stackwatch.gateway.records.HeardRow;
import io.stackwatch.gateway.records.PacketSetRecords;
import io.stackwatch.gateway.records.PacketSetRow;
import io.stackwatch.gateway.records.StationRecords;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What one transaction of the stations' cursor writes about known stations; {@code notKept} is only counted: uploads that lack
 * packets and of which nothing will be known.
 */
record StationRowsToSave(
        List<HeardRow> heard,
        List<DeviationRow> deviations,
        List<BehaviourRow> behaviours,
        List<ChangeRow> changes,
        List<PacketSetRow> packets,
        List<PacketSetRow.Upload> forgotten,
        List<PacketSetRow.Upload> notKept) {

    StationRowsToSave() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    void save(Handle handle) {
        StationRecords.saveHeard(handle, heard);
        StationRecords.saveDeviations(handle, deviations);
        StationRecords.saveBehaviours(handle, behaviours);
        StationRecords.addChanges(handle, changes);
        PacketSetRecords.remove(handle, forgotten);
        PacketSetRecords.save(handle, packets);
    }
}
