package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.fault.Disorder;
import java.time.Instant;
import java.util.List;

/**
 * Something that is done to the server.
 *
 * @param at when, in the boilers' time
 * @param kind what
 */
record ServerAct(Instant at, Kind kind) {

    /** What can be done. */
    enum Kind {
        /** Switches it off. */
        STOP,
        /** Switches it on. */
        START,
        /** Switches it off, and on with another certificate. */
        NEW_CERTIFICATE,
        /** Ends all sessions. */
        DROP_SESSIONS
    }

    /** What a disorder of the server comes to; nothing for one of a boiler. */
    static List<ServerAct> of(Disorder disorder) {
        return switch (disorder.kind()) {
            case SERVER_STOP ->
                List.of(new ServerAct(disorder.from(), Kind.STOP), new ServerAct(disorder.to(), Kind.START));
            case NEW_CERTIFICATE -> List.of(new ServerAct(disorder.from(), Kind.NEW_CERTIFICATE));
            case SESSION_DROP -> List.of(new ServerAct(disorder.from(), Kind.DROP_SESSIONS));
            case STUCK, BAD_STATUS, UNCERTAIN_STATUS, SILENT_NODE, ABATEMENT_TRIP, CLOCK_OFF -> List.of();
        };
    }
}
