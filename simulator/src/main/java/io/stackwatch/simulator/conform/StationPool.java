package io.stackwatch.simulator.conform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stations under test, lent to one case at a time so that cases do not hear each other's answers. Safe for use by
 * several threads.
 */
final class StationPool {

    private static final String NOBODY = "FFFF00000000000000000000";

    private final List<Station> stations;
    private final Set<Station> lent = new HashSet<>();

    StationPool(List<Station> stations) {
        this.stations = List.copyOf(stations);
    }

    /** Why the case cannot be cast with any of the stations; empty if it can. */
    Optional<String> lacks(ConformanceCase wanted) {
        List<Station> fitting = fitting(wanted);
        if (fitting.isEmpty()) {
            return Optional.of("no " + wanted.profile().word() + " station for " + wanted.edition() + " was given");
        }
        if (wanted.needsSecondStation() && fitting.size() < 2) {
            return Optional.of("a second station for " + wanted.edition() + " was not given");
        }
        if (wanted.edition().isEncrypted()
                && fitting.stream().anyMatch(station -> station.key().isEmpty())) {
            return Optional.of("the key of the station was not given");
        }
        return Optional.empty();
    }

    /** Stations for the case; waits until they are free. Only for a case that {@link #lacks} nothing. */
    synchronized Casting lend(ConformanceCase wanted) throws InterruptedException {
        int count = wanted.needsSecondStation() ? 2 : 1;
        List<Station> free = free(wanted);
        while (free.size() < count) {
            wait(1_000);
            free = free(wanted);
        }
        Station main = free.get(0);
        lent.add(main);
        Optional<Station> second = count == 2 ? Optional.of(free.get(1)) : Optional.empty();
        second.ifPresent(lent::add);
        String unknown = wanted.edition() == KitEdition.OF_2005 ? NOBODY.substring(0, 14) : NOBODY;
        return new Casting(main, second, unknown);
    }

    /** They are free again. */
    synchronized void giveBack(Casting casting) {
        lent.remove(casting.main());
        casting.second().ifPresent(lent::remove);
        notifyAll();
    }

    private List<Station> free(ConformanceCase wanted) {
        List<Station> free = new ArrayList<>(fitting(wanted));
        free.removeAll(lent);
        return free;
    }

    private List<Station> fitting(ConformanceCase wanted) {
        return stations.stream()
                .filter(station -> station.edition() == wanted.edition() && station.profile() == wanted.profile())
                .toList();
    }
}
