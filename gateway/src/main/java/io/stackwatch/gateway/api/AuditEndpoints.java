package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.supervision.FigureHead;
import io.stackwatch.core.supervision.FigureLine;
import io.stackwatch.core.supervision.LinePlace;
import io.stackwatch.core.supervision.MonthDecision.Refused;
import io.stackwatch.core.supervision.MonthDiff;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.audit.AuditDesk;
import io.stackwatch.gateway.audit.MonthFile;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.FigureQuery;
import io.stackwatch.gateway.records.MonthVersion;
import io.stackwatch.gateway.records.NumberedLine;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Months, their versions and figures, and the recomputation that an officer asks for. */
final class AuditEndpoints {

    private static final int PAGE = 100;

    private final ApiParts parts;
    private final AuditDesk desk;

    AuditEndpoints(ApiParts parts) {
        this.parts = parts;
        this.desk = parts.audit();
    }

    Callable<?> months(Parameters parameters) {
        return () -> new PlantEndpoints.All<>(
                desk.months().stream().map(MonthView::of).toList());
    }

    Callable<?> month(Parameters parameters) {
        YearMonth month = month(parameters, "month");
        return () -> MonthView.of(file(month));
    }

    Callable<?> figures(Parameters parameters) {
        Asked asked = asked(parameters);
        return () -> {
            MonthVersion version = version(asked);
            MonthFigures figures = desk.figures(asked.month(), version.number(), asked.variant())
                    .orElseThrow(() -> noFigures(asked, version));
            return tree(figures, version);
        };
    }

    private static MonthView.Tree tree(MonthFigures figures, MonthVersion version) {
        List<MonthView.CountyTree> counties = new ArrayList<>();
        List<FigureView.Line> enterprises = new ArrayList<>();
        for (FigureLine line : figures.lines()) {
            FigureView.Line shown = FigureView.Line.of(line, figures.head());
            if (line.place().level() == LinePlace.Level.COUNTY) {
                enterprises = new ArrayList<>();
                counties.add(new MonthView.CountyTree(shown, enterprises));
            } else if (line.place().level() == LinePlace.Level.ENTERPRISE) {
                enterprises.add(shown);
            }
        }
        return new MonthView.Tree(
                MonthView.Head.of(figures.head(), version.number()),
                String.valueOf(version.digests().get(figures.head().variant())),
                FigureView.Line.of(figures.lines().get(0), figures.head()),
                counties);
    }

    Callable<?> lines(Parameters parameters) {
        Asked asked = asked(parameters);
        Optional<LinePlace.Level> level = parameters.query("level").map(LinePlace.Level::valueOf);
        Optional<RegionCode> county = parameters.query("county").map(RegionCode::new);
        Optional<EnterpriseId> enterprise = parameters.query("enterprise").map(EnterpriseId::new);
        Optional<OutletId> outlet = parameters.query("outlet").map(OutletId::new);
        int behind = Places.read(parameters, Integer::valueOf).orElse(-1);
        int limit = parameters.number("limit", PAGE);
        return () -> {
            MonthVersion version = version(asked);
            FigureHead head = desk.head(asked.month(), version.number(), asked.variant())
                    .orElseThrow(() -> noFigures(asked, version));
            Page<NumberedLine> page = Places.page(
                    desk.lines(new FigureQuery(
                            asked.month(),
                            version.number(),
                            asked.variant(),
                            level,
                            county,
                            enterprise,
                            outlet,
                            behind,
                            limit + 1)),
                    limit,
                    line -> String.valueOf(line.number()));
            return new MonthView.Lines(
                    MonthView.Head.of(head, version.number()),
                    page.items().stream()
                            .map(line -> FigureView.Line.of(line.line(), head))
                            .toList(),
                    page.next());
        };
    }

    Callable<?> diff(Parameters parameters) {
        YearMonth month = month(parameters, "month");
        Variant variant = variant(parameters);
        Optional<Integer> before = parameters.query("before").map(Integer::valueOf);
        Optional<Integer> after = parameters.query("after").map(Integer::valueOf);
        int behind = Places.read(parameters, Integer::valueOf).orElse(-1);
        int limit = parameters.number("limit", PAGE);
        return () -> {
            int newer = after.orElse(file(month).versions().size());
            int older = before.orElse(newer - 1);
            MonthDiff diff = desk.diff(month, older, newer, variant)
                    .orElseThrow(() -> new Refusal(Problem.notFound(
                            "pair of versions", month + " " + older + " and " + newer + " " + variant)));
            return shown(diff, older, newer, behind, limit);
        };
    }

    private static MonthView.Diff shown(MonthDiff diff, int older, int newer, int behind, int limit) {
        Page<Integer> page = Places.page(
                IntStream.range(behind + 1, diff.changes().size())
                        .limit(limit + 1L)
                        .boxed()
                        .toList(),
                limit,
                String::valueOf);
        return new MonthView.Diff(
                MonthView.Head.of(diff.before(), older),
                MonthView.Head.of(diff.after(), newer),
                diff.reason(),
                diff.changes().size(),
                diff.bandChanges().size(),
                diff.unchanged(),
                page.items().stream()
                        .map(at -> FigureView.Change.of(diff.changes().get(at), diff))
                        .toList(),
                page.next());
    }

    Callable<?> recompute(Parameters parameters) {
        YearMonth month = month(parameters, "month");
        Act act = act(parameters.body(), parts.clock().instant());
        return () -> {
            int made = desk.recompute(month, act)
                    .match(
                            version -> version.version(),
                            no -> {
                                throw new Refusal(problem(month, no.why()));
                            },
                            behind -> {
                                throw new Refusal(
                                        Problem.conflict(month + " is not counted again now: " + behind.lag()));
                            },
                            () -> {
                                throw new Refusal(
                                        Problem.conflict("another version of " + month + " was made at the same time"));
                            });
            return MonthView.Version.of(file(month).version(made).orElseThrow());
        };
    }

    private static Problem problem(YearMonth month, Refused why) {
        return switch (why.reason()) {
            case NOT_OPENED -> Problem.notFound("month", month.toString());
            case NOT_FROZEN ->
                Problem.conflict(month + " is not frozen: its next figure is counted by itself"
                        + why.from().map(due -> " at " + due).orElse(""));
            default -> Problem.conflict(month + ": " + why.reason());
        };
    }

    /** Which figures are asked for. */
    record Asked(YearMonth month, Optional<Integer> version, Variant variant) {}

    static Asked asked(Parameters parameters) {
        return new Asked(
                month(parameters, "month"), parameters.query("version").map(Integer::valueOf), variant(parameters));
    }

    private static Variant variant(Parameters parameters) {
        return parameters.query("variant").map(Variant::valueOf).orElse(Variant.FINAL);
    }

    static YearMonth month(Parameters parameters, String name) {
        return month(parameters.path(name), "path parameter " + name);
    }

    static YearMonth month(String text, String where) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.badParameter(where, "month is '" + text + "'", "a month such as 2026-11"));
        }
    }

    private MonthFile file(YearMonth month) {
        return desk.month(month).orElseThrow(() -> new Refusal(Problem.notFound("month", month.toString())));
    }

    /** The version that is asked for; the newest if none is named. */
    MonthVersion version(Asked asked) {
        MonthFile file = file(asked.month());
        return asked.version()
                .map(number -> file.version(number)
                        .orElseThrow(() ->
                                new Refusal(Problem.notFound("version of " + asked.month(), String.valueOf(number)))))
                .orElseGet(() -> file.newest()
                        .orElseThrow(() -> new Refusal(Problem.conflict(asked.month() + " has no figures yet"
                                + file.nextDue()
                                        .map(due -> ": the next step is due at " + due)
                                        .orElse("")))));
    }

    static Refusal noFigures(Asked asked, MonthVersion version) {
        return new Refusal(Problem.notFound(
                "variant of version " + version.number() + " of " + asked.month(),
                asked.variant().name()));
    }

    /** Who, when and why. */
    static Act act(JsonObject body, Instant at) {
        try {
            return new Act(at, body.getString("by"), body.getString("reason"));
        } catch (IllegalArgumentException incomplete) {
            throw new Refusal(Problem.badRequest(String.valueOf(incomplete.getMessage())));
        }
    }
}
