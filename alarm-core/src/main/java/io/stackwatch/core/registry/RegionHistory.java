package io.stackwatch.core.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which codes are one place: a county that was re-coded (371523 became 371503) is one county, and an enterprise that is still
 * registered under the old code lies in it. Immutable.
 */
public final class RegionHistory {

    private final List<Region> regions;

    private RegionHistory(List<Region> regions) {
        this.regions = regions;
    }

    /** The history that versions of divisions tell. */
    public static RegionHistory of(List<Region> regions) {
        return new RegionHistory(List.copyOf(regions));
    }

    /** The code that a place had at an instant, whichever of its codes is given; the given one if none is known then. */
    public RegionCode codeAt(RegionCode code, Instant instant) {
        return along(code, instant, true).or(() -> along(code, instant, false)).orElse(code);
    }

    /** The codes that a place had before this one, the newest first. */
    public List<RegionCode> formerCodes(RegionCode code) {
        List<RegionCode> former = new ArrayList<>(1);
        Optional<RegionCode> before = before(code);
        while (before.isPresent() && !before.get().equals(code) && !former.contains(before.get())) {
            former.add(before.get());
            before = before(before.get());
        }
        return List.copyOf(former);
    }

    private Optional<RegionCode> along(RegionCode code, Instant instant, boolean forward) {
        Set<RegionCode> seen = new HashSet<>();
        Optional<RegionCode> at = Optional.of(code);
        while (at.isPresent() && seen.add(at.get())) {
            if (inUse(at.get(), instant)) {
                return at;
            }
            at = forward ? after(at.get()) : before(at.get());
        }
        return Optional.empty();
    }

    private boolean inUse(RegionCode code, Instant instant) {
        return regions.stream()
                .anyMatch(region ->
                        region.code().equals(code) && region.effective().contains(instant));
    }

    private Optional<RegionCode> before(RegionCode code) {
        return regions.stream()
                .filter(region -> region.code().equals(code))
                .flatMap(region -> region.predecessor().stream())
                .min(RegionCode::compareTo);
    }

    private Optional<RegionCode> after(RegionCode code) {
        return regions.stream()
                .filter(region -> region.predecessor().equals(Optional.of(code)))
                .map(Region::code)
                .min(RegionCode::compareTo);
    }
}
