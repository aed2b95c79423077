package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order in which a circular names counties: by the exact rate, best first, then those that are not rated. Pure. */
final class Ranking {

    private static final Comparator<Place> BEST_FIRST = Comparator.comparing(
                    Place::rate,
                    (a, b) -> a.isPresent() && b.isPresent()
                            ? b.get().compareTo(a.get())
                            : Boolean.compare(b.isPresent(), a.isPresent()))
            .thenComparing(place -> place.county().code());

    private Ranking() {}

    /**
     * A county and its place.
     *
     * @param number from 1, the same for equal rates; empty if it is not rated
     * @param firstEnterprise how many enterprises stand before its first one in the order of the figures
     */
    record Place(Optional<Integer> number, County county, int firstEnterprise) {

        Optional<Rate> rate() {
            return county.line().counts().effective();
        }

        String text() {
            return number.map(String::valueOf).orElse("—");
        }
    }

    static List<Place> of(CityMonth city) {
        List<Place> places = new ArrayList<>();
        int enterprises = 0;
        for (County county : city.counties()) {
            places.add(new Place(Optional.empty(), county, enterprises));
            enterprises += county.enterprises().size();
        }
        places.sort(BEST_FIRST);
        List<Place> ranked = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            boolean asBefore = i > 0 && equal(place.rate(), places.get(i - 1).rate());
            Optional<Integer> number = asBefore ? ranked.get(i - 1).number() : Optional.of(i + 1);
            ranked.add(new Place(place.rate().flatMap(rate -> number), place.county(), place.firstEnterprise()));
        }
        return ranked;
    }

    private static boolean equal(Optional<Rate> a, Optional<Rate> b) {
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
    }
}
