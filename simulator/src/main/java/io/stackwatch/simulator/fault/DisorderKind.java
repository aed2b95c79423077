package io.stackwatch.simulator.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be wrong with a boiler, its instruments or its server, by the name that scenarios and commands use. */
public enum DisorderKind {
    /** An instrument shows what it showed when it got stuck; its time goes on. */
    STUCK("stuck", Scope.NODE),
    /** The value has the StatusCode Bad_SensorFailure and is empty. */
    BAD_STATUS("bad-status", Scope.NODE),
    /** The value has the StatusCode Uncertain_SensorNotAccurate. */
    UNCERTAIN_STATUS("uncertain-status", Scope.NODE),
    /** Nothing comes any more, and nothing is kept; what was last shown stays. */
    SILENT_NODE("silent-node", Scope.NODE),
    /** The scrubber stands (脱硫设施跳停): process, not instrument. */
    ABATEMENT_TRIP("abatement-trip", Scope.BOILER),
    /** The clock of the boiler's controller is wrong. */
    CLOCK_OFF("clock-off", Scope.BOILER),
    /** The server is switched off, and on again at the end with the same certificate. */
    SERVER_STOP("server-stop", Scope.SERVER),
    /** The server starts again with another certificate. */
    NEW_CERTIFICATE("new-certificate", Scope.SERVER),
    /** All sessions end at once; their subscriptions live on. */
    SESSION_DROP("session-drop", Scope.SERVER);

    /** What a disorder is about. */
    public enum Scope {
        /** One node of a boiler, or all of them. */
        NODE,
        /** One boiler, or all of them. */
        BOILER,
        /** The server with all its boilers. */
        SERVER
    }

    private final String disorderName;
    private final Scope scope;

    DisorderKind(String disorderName, Scope scope) {
        this.disorderName = disorderName;
        this.scope = scope;
    }

    /** The name in scenarios and commands. */
    public String disorderName() {
        return disorderName;
    }

    /** What it is about. */
    public Scope scope() {
        return scope;
    }

    /** The kind of that name; empty if there is none. */
    public static Optional<DisorderKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.disorderName.equals(name))
                .findFirst();
    }

    /** The names of one scope, in order. */
    public static List<String> names(Scope scope) {
        return Arrays.stream(values())
                .filter(kind -> kind.scope == scope)
                .map(DisorderKind::disorderName)
                .toList();
    }
}
