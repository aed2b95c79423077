package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.boiler.BoilerPlan;
import io.stackwatch.simulator.fault.Disorder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Boilers behind a server as a scenario file describes them, with all times resolved.
 *
 * @param title what it shows, in a line
 * @param zone whose hours of the day the demand follows
 * @param start the instant at which the server is switched on
 * @param scale how many seconds pass in a second
 * @param server how the server behaves
 * @param disorders what goes wrong with the server when
 * @param boilers which there are
 */
public record BoilerScenario(
        String title,
        ZoneId zone,
        Instant start,
        double scale,
        ServerTraits server,
        List<Disorder> disorders,
        List<BoilerPlan> boilers) {

    public BoilerScenario {
        disorders = List.copyOf(disorders);
        boilers = List.copyOf(boilers);
    }

    /** The same with another scale. */
    public BoilerScenario withScale(double other) {
        return new BoilerScenario(title, zone, start, other, server, disorders, boilers);
    }

    /** The same with another server. */
    public BoilerScenario withServer(ServerTraits other) {
        return new BoilerScenario(title, zone, start, scale, other, disorders, boilers);
    }
}
