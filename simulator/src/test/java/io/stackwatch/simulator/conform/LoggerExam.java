package io.stackwatch.simulator.conform;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Examines a pretended logger with the kit's cases. */
final class LoggerExam {

    /** The pretended logger does in a second what others do in a quarter of a minute. */
    static final KitOptions HURRIED = KitOptions.defaults()
            .withPace(0.08)
            .withWithin(Duration.ofSeconds(20))
            .withParallel(1);

    /** What does not come need not be waited for as long as it deserves. */
    static final KitOptions IMPATIENT = HURRIED.withPace(0.02);

    private LoggerExam() {}

    static List<ConformanceCase> cases(KitEdition... editions) throws Exception {
        List<ConformanceCase> cases = new ArrayList<>();
        for (KitEdition edition : editions) {
            cases.addAll(CaseLibrary.of(Side.LOGGER, edition));
        }
        return cases;
    }

    /** The cases are of one edition. */
    static List<CaseResult> of(Slip slip, List<ConformanceCase> cases, KitOptions options) throws Exception {
        KitEdition edition = cases.get(0).edition();
        Station station = KitStations.of(EnumSet.of(edition)).get(0);
        try (LoggerDesk desk = LoggerDesk.open(InetAddress.getLoopbackAddress(), 0);
                PretendedLogger logger = new PretendedLogger(station, desk.port(), slip)) {
            logger.call();
            return new KitRun(
                            options,
                            List.of(station),
                            EnumSet.allOf(Need.class),
                            desk,
                            (mn, command, content) -> Optional.of("nobody is asked"),
                            Clock.systemUTC())
                    .play(cases, result -> {});
        }
    }
}
