package io.stackwatch.simulator.deceit;

import io.stackwatch.simulator.plant.Outage;
import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.plant.PlantKind;
import io.stackwatch.simulator.plant.PlantKinds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Labelled months of a fleet: each deceit and each oddity at several plants, as a pure function of the seed. Immutable and safe for
 * use by several threads.
 */
public final class LabelledFleet {

    private static final List<String> KINDS = List.of("coal-boiler", "power", "cement", "glass");

    private final ZoneId zone;
    private final Instant start;
    private final long seed;

    /**
     * @param start first instant of the month, a midnight of the zone
     * @param zone whose hours of the day the load follows
     */
    public LabelledFleet(Instant start, ZoneId zone, long seed) {
        this.start = start;
        this.zone = zone;
        this.seed = seed;
    }

    /** The months: first those with a deceit, then honest ones, each kind of them so often. */
    public List<LabelledMonth> months(int each) {
        List<LabelledMonth> months = new ArrayList<>();
        for (Deceit deceit : Deceit.values()) {
            for (int i = 0; i < each; i++) {
                PlantMonth month = plant(months.size(), kind(deceit, i), List.of());
                Deceits.play(deceit, month, plant(months.size() + 1_000, kind(deceit, i), List.of()));
                months.add(month.reported(name(months.size()), Oddity.NONE));
                if (deceit == Deceit.BORROWS_A_DAY) {
                    months.add(plant(months.size() + 999, kind(deceit, i), List.of())
                            .reported(name(months.size()), Oddity.NONE));
                }
            }
        }
        for (Oddity oddity : Oddity.values()) {
            for (int i = 0; i < each; i++) {
                boolean stops = oddity == Oddity.STOPS_UNMARKED || oddity == Oddity.STOPS_MARKED;
                PlantMonth month = plant(months.size(), KINDS.get(i % KINDS.size()), stops ? stops(i) : List.of());
                Oddities.play(oddity, month);
                months.add(month.reported(name(months.size()), oddity));
            }
        }
        return List.copyOf(months);
    }

    /** Only boilers report a load. */
    private static String kind(Deceit deceit, int i) {
        return KINDS.get(i % (deceit == Deceit.HIDES_LOAD ? 2 : KINDS.size()));
    }

    private List<Outage> stops(int i) {
        return List.of(stop(12 * 24 + 7 * i, 30), stop(19 * 24 + 5 * i, 60), stop(26 * 24 + i, 12));
    }

    private Outage stop(int hour, int length) {
        return new Outage(start.plus(Duration.ofHours(hour)), start.plus(Duration.ofHours(hour + length)));
    }

    private PlantMonth plant(int number, String kind, List<Outage> outages) {
        PlantKind known = PlantKinds.load().named(kind).orElseThrow();
        long own = seed * 1_000_003 + number * 7_919L;
        return new PlantMonth(known, new Plant(known, 1, own, zone, List.of(), outages), start, own);
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "L-%03d", number + 1);
    }
}
