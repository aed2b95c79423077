package io.stackwatch.gateway.intake;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.Keeper;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal.Refusal;

/** Puts what a connector hands over into the journal, under the connector's name. Safe for several threads; never waits. */
public final class ArrivedKeeper implements Keeper {

    private final String connector;
    private final Intake intake;

    /** For the connector of this name. */
    public ArrivedKeeper(String connector, Intake intake) {
        this.connector = connector;
        this.intake = intake;
    }

    @Override
    public void arrived(Arrived arrival, Outcome outcome) {
        intake.take(toJournal(connector, arrival), new Told(outcome));
    }

    /** What a connector received, as the journal has it. */
    static Arrival toJournal(String connector, Arrived arrival) {
        return new Arrival(
                arrival.arrivedAt(),
                connector,
                arrival.peer(),
                arrival.mn(),
                disposition(arrival),
                arrival.detail(),
                arrival.bytes());
    }

    /** The journal's refusal in the connector's words. */
    static Outcome.Refusal why(Refusal why) {
        return why == Refusal.OVERLOADED ? Outcome.Refusal.OVERLOADED : Outcome.Refusal.UNAVAILABLE;
    }

    private static Arrival.Disposition disposition(Arrived arrival) {
        return switch (arrival.disposition()) {
            case ACCEPTED -> Arrival.Disposition.ACCEPTED;
            case QUARANTINED -> Arrival.Disposition.QUARANTINED;
            case REFUSED -> Arrival.Disposition.REFUSED;
        };
    }

    private record Told(Outcome outcome) implements Answer {

        @Override
        public void kept(long sequence) {
            outcome.durable();
        }

        @Override
        public void refused(Refusal why) {
            outcome.refused(ArrivedKeeper.why(why));
        }

        @Override
        public void dropped() {
            outcome.refused(Outcome.Refusal.NOT_WANTED);
        }
    }
}
