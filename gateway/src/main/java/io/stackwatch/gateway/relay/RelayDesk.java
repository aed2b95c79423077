package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.records.RelayAct;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.relay.target.TargetName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What people see and do about relays. May block on the store; safe for use by several threads. */
public interface RelayDesk {

    /** How all relays are doing, in the order of the file. */
    List<RelayStatus> statuses();

    /** One relay; empty if there is none with this name. */
    Optional<RelayFile> file(TargetName name);

    /** The figures of a day, hours behind {@code after}, at most {@code limit}; empty if there is no such relay. */
    Optional<Reconciliation> reconciliation(TargetName name, LocalDate day, Optional<RelayHour.Key> after, int limit);

    /**
     * Has everything sent again, behind new data, that arrived in {@code [from, until)} and that the target gets; what is
     * still open is not entered twice. Kept for ever with who and why.
     *
     * @return the order as it was kept; empty if there is no such relay
     */
    Optional<RelayAct> resend(TargetName name, String actor, String reason, Instant from, Instant until);
}
