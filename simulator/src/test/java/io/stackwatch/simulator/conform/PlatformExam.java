package io.stackwatch.simulator.conform;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Examines a pretended platform with the kit's cases. */
final class PlatformExam {

    static final Set<Need> OF_A_PRETENDED_PLATFORM =
            EnumSet.of(Need.STRICT_CRC, Need.PASSWORD_REJECT, Need.PRINTED_CIPHER, Need.OLD_KEY, Need.ORDERS);

    private PlatformExam() {}

    static List<ConformanceCase> cases(KitEdition... editions) throws Exception {
        List<ConformanceCase> cases = new ArrayList<>();
        for (KitEdition edition : editions) {
            cases.addAll(CaseLibrary.of(Side.SERVER, edition));
        }
        return cases;
    }

    static List<CaseResult> of(Misbehaviour wrong, List<ConformanceCase> cases, KitOptions options) throws Exception {
        Set<KitEdition> editions = EnumSet.noneOf(KitEdition.class);
        cases.forEach(each -> editions.add(each.edition()));
        List<Station> stations = KitStations.of(editions);
        try (PretendedPlatform platform = new PretendedPlatform(stations, wrong)) {
            return new KitRun(
                            options,
                            stations,
                            OF_A_PRETENDED_PLATFORM,
                            Lines.to("127.0.0.1", platform.port()),
                            platform.orders(),
                            Clock.systemUTC())
                    .play(cases, result -> {});
        }
    }
}
