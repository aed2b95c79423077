package io.stackwatch.core.supervision;

import static io.stackwatch.core.supervision.CityMonthFixture.CUTOFF;
import static io.stackwatch.core.supervision.CityMonthFixture.MONTH;
import static io.stackwatch.core.supervision.CityMonthFixture.county;
import static io.stackwatch.core.supervision.CityMonthFixture.enterprise;
import static io.stackwatch.core.supervision.CityMonthFixture.factor;
import static io.stackwatch.core.supervision.CityMonthFixture.outlet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.supervision.ListingAnswer.NotProposed;
import io.stackwatch.core.supervision.ListingAnswer.Proposed;
import io.stackwatch.core.supervision.ListingAnswer.Reason;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which county is proposed for listing (action plan 2017, item 16), and why not. */
class ListingRuleTest {

    private static final ListingRule RULE = new ListingRule(ListingBasis.load());

    @Test
    void exactlyTheRequiredRateIsNoReasonAndOneHourLessIs() {
        NotProposed reached = notProposed(answer(MONTH, 90, List.of(), 2));
        assertEquals(Reason.RATE_REACHED, reached.reason());
        assertEquals("90.00", reached.rate().orElseThrow().percent(2).toPlainString());
        assertEquals(0, reached.exceeding());
        assertEquals(2, reached.several());

        Proposed below = proposed(answer(MONTH, 89, List.of(), 2));
        ListingCause.RateBelow cause = below.causes().get(0).match(rate -> rate, several -> {
            throw new AssertionError(several.toString());
        });
        assertEquals(89, cause.rate().part());
        assertEquals(
                List.of(new EnterpriseId("A")),
                cause.below().stream().map(ListingCause.Below::enterprise).toList());
    }

    @Test
    void aShortfallOfTheRateRestsOnThePlanAloneAndSaysSo() {
        List<ListingBasis> bases = proposed(answer(MONTH, 10, List.of(), 2)).bases();
        assertEquals(
                List.of("plan-2017-16-rate"),
                bases.stream().map(ListingBasis::id).toList());
        assertTrue(bases.get(0).note().contains("not on 山东省大气污染防治条例 art. 21"));
        assertEquals(Verification.VERIFIED, bases.get(0).mark());
    }

    @Test
    void severalExceedingEnterprisesAreSoManyAndOneLessIsNot() {
        List<Exceeding> one = List.of(exceeding("A", "371502", 3));
        List<Exceeding> two = List.of(exceeding("A", "371502", 3), exceeding("B", "371502", 5));

        assertEquals(1, notProposed(answer(MONTH, 95, one, 2)).exceeding());
        Proposed proposed = proposed(answer(MONTH, 95, two, 2));
        assertEquals(
                List.of("B", "A"),
                proposed.causes()
                        .get(0)
                        .match(
                                rate -> {
                                    throw new AssertionError(rate.toString());
                                },
                                several -> several.exceeding().stream()
                                        .map(each -> each.enterprise().value())
                                        .toList()));
        assertEquals(
                List.of("plan-2017-16-exceeding", "shandong-air-21"),
                proposed.bases().stream().map(ListingBasis::id).toList());
        assertEquals(Reason.RATE_REACHED, notProposed(answer(MONTH, 95, two, 3)).reason());
    }

    @Test
    void bothCausesStandBesideEachOther() {
        Proposed proposed =
                proposed(answer(MONTH, 10, List.of(exceeding("A", "371502", 1), exceeding("B", "371502", 1)), 2));
        assertEquals(
                List.of(ListingCause.Kind.RATE_BELOW, ListingCause.Kind.SEVERAL_EXCEEDING),
                proposed.causes().stream().map(ListingCause::kind).toList());
        assertEquals(3, proposed.bases().size());
    }

    @Test
    void enterprisesOfOtherCountiesDoNotCountAndThoseOfAFormerCodeDo() {
        CityMonth city = CityMonthFixture.worked();
        List<Exceeding> exceeding =
                List.of(exceeding("C", "371523", 1), exceeding("D", "371503", 1), exceeding("A", "371502", 1));

        List<ListingAnswer> answers = RULE.decide(city, exceeding, 2);

        assertEquals(1, notProposed(answers.get(0)).exceeding());
        assertEquals("茌平区", proposed(answers.get(1)).name(), "nothing was due there, and two enterprises exceeded");
    }

    @Test
    void aCountyInWhichNothingWasDueHasNoRateAndIsNotProposedForIt() {
        NotProposed answer =
                notProposed(RULE.decide(CityMonthFixture.worked(), List.of(), 2).get(1));
        assertEquals(Reason.NOT_RATED, answer.reason());
        assertEquals(Optional.empty(), answer.rate());
    }

    @Test
    void aBasisThatDidNotHoldYetIsNotNamed() {
        assertEquals(
                List.of(),
                proposed(answer(YearMonth.of(2017, 8), 10, List.of(), 2)).bases());
    }

    @Test
    void severalIsAtLeastOne() {
        assertThrows(IllegalArgumentException.class, () -> answer(MONTH, 95, List.of(), 0));
    }

    private static ListingAnswer answer(YearMonth month, long valid, List<Exceeding> exceeding, int several) {
        CityMonth city = CityMonthFixture.city(
                month,
                Variant.FINAL,
                CUTOFF,
                county("371502", "东昌府区", enterprise("A", "甲", outlet("DA001", factor("a21026", 100, 100, valid)))));
        return RULE.decide(city, exceeding, several).get(0);
    }

    private static Exceeding exceeding(String enterprise, String county, int hours) {
        return new Exceeding(
                new EnterpriseId(enterprise),
                enterprise,
                new RegionCode(county),
                List.of(CaseId.of(new OutletId("DA001"), new FactorCode("a21026"), MONTH.atDay(3))),
                hours);
    }

    private static Proposed proposed(ListingAnswer answer) {
        return answer.match(proposed -> proposed, not -> {
            throw new AssertionError(not.toString());
        });
    }

    private static NotProposed notProposed(ListingAnswer answer) {
        return answer.match(
                proposed -> {
                    throw new AssertionError(proposed.toString());
                },
                not -> not);
    }
}
