package io.stackwatch.gateway.marking;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.gateway.records.OwnOutageRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records when our own intake was down. It gives a sign of life every minute as long as arrivals are kept; the next sign
 * after a longer silence makes the silence an outage, and the hours that it touches are judged again. For one thread.
 */
public final class OwnOutages implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(OwnOutages.class);

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final BooleanSupplier takesIn;
    private final RuleParameters parameters;
    private final long scale;
    private boolean signed;
    private Instant next = Instant.MIN;

    /**
     * @param takesIn whether arrivals are kept
     * @param clockScale seconds of the clock per second of the wall: outages are measured on the wall
     */
    public OwnOutages(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            BooleanSupplier takesIn,
            RuleParameters parameters,
            double clockScale) {
        this.store = store;
        this.registry = registry;
        this.takesIn = takesIn;
        this.parameters = parameters;
        this.scale = Math.max(1, (long) Math.ceil(clockScale));
    }

    @Override
    public void fire(Instant instant) {
        Instant now = instant.truncatedTo(ChronoUnit.MILLIS);
        if (now.isBefore(next) || !takesIn.getAsBoolean()) {
            return;
        }
        Duration silence = parameters.duration("outage.longer-than", now).multipliedBy(scale);
        OwnOutage.Cause cause = signed ? OwnOutage.Cause.INTAKE_STOPPED : OwnOutage.Cause.NOT_RUNNING;
        Optional<OwnOutage> outage = store.write(handle -> {
            Optional<OwnOutage> found = OwnOutageRecords.lastSign(handle)
                    .filter(last -> Duration.between(last, now).compareTo(silence) > 0)
                    .map(last -> OwnOutageRecords.add(handle, new Window(last, now), cause, now));
            found.ifPresent(down -> registry.get()
                    .registry()
                    .outletIds()
                    .forEach(outlet ->
                            TouchedHours.schedule(handle, outlet, down.span(), "own outage " + down.id(), now)));
            OwnOutageRecords.sign(handle, now);
            return found;
        });
        outage.ifPresent(down -> LOG.warn(
                "outage=own number={} from={} until={} cause={}",
                down.id(),
                down.span().start(),
                down.span().end(),
                down.cause()));
        signed = true;
        next = now.plus(parameters.duration("outage.sign-every", now));
    }
}
