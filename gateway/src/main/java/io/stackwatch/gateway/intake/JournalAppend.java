package io.stackwatch.gateway.intake;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.NotKept;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal.Refusal;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** The step of each connector's route: hands the arrival to the intake and completes the exchange when the answer comes. */
final class JournalAppend extends AsyncProcessorSupport {

    private final String connector;
    private final Intake intake;

    JournalAppend(String connector, Intake intake) {
        this.connector = connector;
        this.intake = intake;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            Arrived arrival = exchange.getIn().getMandatoryBody(Arrived.class);
            intake.take(toJournal(arrival), new Completion(exchange, callback));
            return false;
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    /** What a connector received, as the journal has it. */
    private Arrival toJournal(Arrived arrival) {
        return new Arrival(
                arrival.arrivedAt(),
                connector,
                arrival.peer(),
                arrival.mn(),
                disposition(arrival),
                arrival.detail(),
                arrival.bytes());
    }

    private static Arrival.Disposition disposition(Arrived arrival) {
        return switch (arrival.disposition()) {
            case ACCEPTED -> Arrival.Disposition.ACCEPTED;
            case QUARANTINED -> Arrival.Disposition.QUARANTINED;
            case REFUSED -> Arrival.Disposition.REFUSED;
        };
    }

    private record Completion(Exchange exchange, AsyncCallback callback) implements Answer {

        @Override
        public void kept(long sequence) {
            exchange.getIn().setHeader(IntakeRoute.SEQUENCE, sequence);
            callback.done(false);
        }

        @Override
        public void refused(Refusal why) {
            // the journal's refusal in the connector's words
            end(why == Refusal.OVERLOADED ? Outcome.Refusal.OVERLOADED : Outcome.Refusal.UNAVAILABLE);
        }

        @Override
        public void dropped() {
            end(Outcome.Refusal.NOT_WANTED);
        }

        private void end(Outcome.Refusal why) {
            exchange.setException(new NotKept(why));
            callback.done(false);
        }
    }
}
