package io.stackwatch.core.marking;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.StandardCategory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Marks of one outlet in November 2026; times of day are those of China. */
final class MarkFixture {

    static final OutletId OUTLET = new OutletId("DA001");
    static final FactorCode SO2 = new FactorCode("a21026");
    static final FactorCode NOX = new FactorCode("a21002");
    static final RuleParameters PARAMETERS = RuleParameters.load();
    static final MarkRules RULES = MarkRules.load(PARAMETERS);
    static final ProofFile PROOF = new ProofFile("photo.jpg", "0".repeat(64), 10);

    private MarkFixture() {}

    /** A moment such as {@code 24 08:00}: day of November and time of day. */
    static Instant at(String dayAndTime) {
        return OffsetDateTime.parse("2026-11-" + dayAndTime.replace(' ', 'T') + ":00+08:00")
                .toInstant();
    }

    static Window span(String from, String until) {
        return new Window(at(from), at(until));
    }

    static FactorHour hour(FactorCode factor, String start) {
        return new FactorHour(OUTLET, factor, at(start));
    }

    static Outlet outlet(String... categories) {
        return new Outlet(
                OUTLET,
                new EnterpriseId("E1"),
                "boiler 1",
                new IndustryCode("D4430"),
                Optional.empty(),
                Optional.empty(),
                Set.of(categories).stream().map(StandardCategory::new).collect(Collectors.toSet()),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                Effective.ALWAYS);
    }

    static MarkContent content(String kind, String from, String until, FactorCode... factors) {
        return new MarkContent(OUTLET, new MarkCode(kind), span(from, until), Set.of(factors), "because", List.of());
    }

    static MarkContent proved(MarkContent content) {
        return new MarkContent(
                content.outlet(), content.kind(), content.span(), content.factors(), content.reason(), List.of(PROOF));
    }

    /** A mark of one version that was filed in time at the start of the month. */
    static MarkFile accepted(String id, MarkContent content) {
        return new MarkFile(
                new MarkId(id), List.of(filed(id, 1, Optional.of(content), MarkEvent.FILED_IN_TIME, "01 00:00")));
    }

    static FiledVersion filed(String id, int version, Optional<MarkContent> content, MarkEvent event, String when) {
        return new FiledVersion(
                new MarkVersion(new MarkId(id), version, content, at(when), "Wang", ""),
                List.of(new MarkAct(new MarkId(id), version, event, at(when), "Wang", "as filed")));
    }

    static FiledVersion then(FiledVersion filed, MarkEvent event, String when) {
        MarkVersion version = filed.version();
        return filed.with(new MarkAct(version.mark(), version.version(), event, at(when), "officer Li", "looked at"));
    }

    static MarksKnown known(MarkFile... files) {
        return new MarksKnown(List.of(files), List.of(), List.of(), List.of());
    }
}
