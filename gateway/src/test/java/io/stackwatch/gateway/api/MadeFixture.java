package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.SourceGap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An hour that was made of the values of a source, and compared with that of a logger. */
final class MadeFixture {

    private static final Named SO2 = new Named("a21026", "二氧化硫", Optional.of("sulphur dioxide"));

    /** Hours before it have lost their minutes. */
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private MadeFixture() {}

    static MadeView hour(OutletId outlet, Instant hour, boolean withSamples) {
        MadeView.SampleOf sample =
                new MadeView.SampleOf(hour, hour.minusMillis(400), Optional.of("12.30"), "N", false, 17);
        MadeView.Minute minute = new MadeView.Minute(
                hour, Optional.of("12.3"), 12, Optional.empty(), withSamples ? List.of(sample) : List.of());
        MadeView.OfFactor factor = new MadeView.OfFactor(
                SO2, Optional.empty(), 44, Optional.empty(), Optional.of("NO_MEAN"), Optional.of("M"), List.of(minute));
        MadeView.Frame frame =
                new MadeView.Frame("31", 1, hour.plusSeconds(3_610), false, "a21026-Flag=M", Optional.empty());
        SourceGapView gap =
                SourceGapView.of(SourceGap.found(new Mn("B01"), hour, hour.plusSeconds(9), "CONNECTION_LOST"));
        return new MadeView(
                outlet,
                hour,
                List.of(new MadeView.OfStation(
                        new Mn("OPC.B01." + outlet),
                        new Mn("B01"),
                        List.of(frame),
                        List.of(factor),
                        Optional.of(new MadeView.Dropped(hour.plusSeconds(34_560_000), 120))
                                .filter(old -> hour.isBefore(LONG_AGO)),
                        List.of(gap))),
                List.of(new MadeView.Compared(
                        SO2,
                        Optional.of("12.3"),
                        Optional.empty(),
                        Optional.of("N"),
                        "AGREES",
                        "by 0.1",
                        hour.plusSeconds(3_620),
                        18)));
    }
}
