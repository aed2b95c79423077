package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.relay.packet.Packet;
import io.stackwatch.gateway.relay.packet.ReceiptKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A frame in the hands of an {@link Outbox}. Changed by it alone. */
final class Letter {

    /** Where it is. */
    enum State {
        /** In a queue. */
        WAITING,
        /** Written; a receipt is waited for. */
        ACTIVE,
        /** Written without a receipt in time; to be written again. */
        OVERDUE,
        /** Being written; no receipt will come. */
        WRITING,
        /** Back in the ledger, resting; a receipt that comes late still counts. */
        BEHIND,
        /** Done. */
        DONE
    }

    final long sequence;
    final Mn station;
    final Instant arrivedAt;
    /** The packets once they are made; empty before, and while it rests. */
    List<Packet> packets = List.of();
    /** The receipts that have not come yet. */
    final List<ReceiptKey> open = new ArrayList<>(1);

    State state = State.WAITING;
    Lane lane;
    byte[] bytes;
    int attempts;
    int rounds;
    /** How often it was written since it was taken up. */
    int tries;
    /** The place of its last writing in the order of all writings. */
    long order;

    long deadlineNanos;

    /** @param lane where it stands now: a realtime frame may have grown old in the ledger */
    Letter(RelayItem item, Lane lane, byte[] bytes) {
        this.sequence = item.sequence();
        this.station = item.station();
        this.arrivedAt = item.arrivedAt();
        this.lane = lane;
        this.attempts = item.attempts();
        this.rounds = item.rounds();
        this.bytes = bytes;
    }

    boolean isBacklog() {
        return lane == Lane.BACKLOG;
    }

    boolean holdsASlot() {
        return state == State.ACTIVE || state == State.OVERDUE || state == State.WRITING;
    }

    /** What the ledger keeps of it. */
    RelayItem item(RelayItem.State kept, Instant nextAt) {
        return new RelayItem(sequence, station, arrivedAt, lane, kept, attempts, rounds, nextAt);
    }
}
