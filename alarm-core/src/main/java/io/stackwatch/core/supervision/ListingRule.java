package io.stackwatch.core.supervision;

import io.stackwatch.core.supervision.ListingAnswer.NotProposed;
import io.stackwatch.core.supervision.ListingAnswer.Proposed;
import io.stackwatch.core.supervision.ListingAnswer.Reason;
import io.stackwatch.core.supervision.ListingCause.Below;
import io.stackwatch.core.supervision.ListingCause.RateBelow;
import io.stackwatch.core.supervision.ListingCause.SeveralExceeding;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which counties should be listed for a month (挂牌督办, action plan 2017 item 16): the rate below the required one, or several
 * enterprises that exceeded. The plan does not say how many are several. Pure; safe to share.
 */
public final class ListingRule {

    private final List<ListingBasis> bases;

    public ListingRule(List<ListingBasis> bases) {
        this.bases = List.copyOf(bases);
    }

    /**
     * The answer for each county of a month, in its order.
     *
     * @param city the count that is assessed
     * @param exceeding enterprises with candidate cases in the month, of all counties
     * @param several from how many exceeding enterprises on they are several
     */
    public List<ListingAnswer> decide(CityMonth city, List<Exceeding> exceeding, int several) {
        if (several < 1) {
            throw new IllegalArgumentException("several enterprises are one or more, not " + several);
        }
        return city.counties().stream()
                .map(county -> decide(city, county, of(county, exceeding), several))
                .toList();
    }

    private static List<Exceeding> of(County county, List<Exceeding> exceeding) {
        return exceeding.stream()
                .filter(one -> one.county().equals(county.code())
                        || county.formerCodes().contains(one.county()))
                .sorted(Comparator.comparingInt(Exceeding::hours).reversed().thenComparing(Exceeding::enterprise))
                .toList();
    }

    private ListingAnswer decide(CityMonth city, County county, List<Exceeding> exceeding, int several) {
        BigDecimal required = city.required();
        Optional<Rate> rate = county.line().counts().effective();
        List<ListingCause> causes = new ArrayList<>();
        rate.filter(one -> !one.atLeast(required))
                .ifPresent(low -> causes.add(new RateBelow(low, required, below(county, required))));
        if (exceeding.size() >= several) {
            causes.add(new SeveralExceeding(several, exceeding));
        }
        if (causes.isEmpty()) {
            Reason reason = rate.isPresent() ? Reason.RATE_REACHED : Reason.NOT_RATED;
            return new NotProposed(county.code(), county.name(), reason, rate, required, exceeding.size(), several);
        }
        return new Proposed(county.code(), county.name(), causes, bases(city, causes));
    }

    private static List<Below> below(County county, BigDecimal required) {
        return county.enterprises().stream()
                .flatMap(enterprise -> enterprise.line().counts().effective().stream()
                        .filter(rate -> !rate.atLeast(required))
                        .map(rate -> new Below(enterprise.id(), enterprise.name(), rate)))
                .sorted(Comparator.comparing(Below::rate).thenComparing(Below::enterprise))
                .toList();
    }

    private List<ListingBasis> bases(CityMonth city, List<ListingCause> causes) {
        return bases.stream()
                .filter(basis -> basis.effective().contains(MonthCalendar.end(city.month())))
                .filter(basis -> causes.stream().anyMatch(cause -> cause.kind() == basis.cause()))
                .toList();
    }
}
