package io.stackwatch.core.marking;

import io.stackwatch.core.marking.Considered.Why;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Mark;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.transmission.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The marks of one outlet, its exemptions and our own outages, and which of them count for an hour by what had been filed
 * and decided at an instant. Immutable; safe to share.
 *
 * <p>A stop that counts ends the duty to send. An equipment mark makes the datum invalid. A working-condition mark leaves it
 * valid and keeps it from being judged within the duration that the industry is allowed. Filed marks outrank automatic ones;
 * of a mark the latest version that counts holds.
 */
public final class MarksInForce {

    private final MarkRules rules;
    private final MarksKnown known;
    private final Instant asOf;
    private final List<Saying> sayings;

    /** @param asOf acts behind it are not known yet */
    public MarksInForce(MarkRules rules, MarksKnown known, Instant asOf) {
        this.rules = rules;
        this.known = known;
        this.asOf = asOf;
        this.sayings = known.files().stream()
                .flatMap(file -> file.countingAt(asOf).stream())
                .flatMap(this::saying)
                .toList();
    }

    private Stream<Saying> saying(FiledVersion filed) {
        return filed.version().content().stream()
                .flatMap(content -> rules
                        .kinds()
                        .at(content.kind(), content.span().start())
                        .stream()
                        .map(kind -> new Saying(filed, content, kind)));
    }

    /** Whether an hour had to be sent, given what the registry says and whether it came. */
    public Due duty(FactorHour hour, Due registered, boolean received) {
        if (registered.whyNot().isPresent()) {
            return registered;
        }
        Optional<Saying> stop = stop(hour);
        if (stop.isPresent()) {
            return new Due.No(
                    Due.Reason.STOPPED,
                    "mark " + stop.get().id() + "/" + stop.get().version());
        }
        Optional<Exemption> exemption = known.exemptions().stream()
                .filter(granted -> granted.counts(hour, asOf))
                .findFirst();
        if (exemption.isPresent()) {
            return new Due.No(
                    Due.Reason.EXEMPT,
                    "exemption " + exemption.get().id() + ": " + exemption.get().document());
        }
        return received
                ? registered
                : ownOutage(hour)
                        .<Due>map(outage -> new Due.No(Due.Reason.EXEMPT, "own outage " + outage.id()))
                        .orElse(registered);
    }

    /** The own outage that touches an hour, if one does. */
    public Optional<OwnOutage> ownOutage(FactorHour hour) {
        return known.outages().stream()
                .filter(outage -> outage.touches(hour, asOf))
                .findFirst();
    }

    /** The marks that the judgement of an hour has to know; a stop is none of them, it ends the duty. */
    public List<Mark> marks(FactorHour hour, Outlet outlet) {
        List<Mark> marks = new ArrayList<>();
        for (Saying saying : sayings) {
            if (!saying.content().touches(hour) || !saying.content().names(hour.factor())) {
                continue;
            }
            if (saying.kind().effect() == MarkEffect.INVALIDATES) {
                marks.add(new Mark(
                        saying.id(), Mark.Kind.EQUIPMENT, saying.content().span()));
            } else if (saying.kind().effect() == MarkEffect.ALLOWANCE) {
                marks.addAll(condition(saying, hour, outlet));
            }
        }
        return marks;
    }

    /** The equipment marks that touch an hour. */
    public List<Mark> equipmentMarks(FactorHour hour) {
        return sayings.stream()
                .filter(saying -> saying.kind().effect() == MarkEffect.INVALIDATES
                        && saying.content().touches(hour)
                        && saying.content().names(hour.factor()))
                .map(saying -> new Mark(
                        saying.id(), Mark.Kind.EQUIPMENT, saying.content().span()))
                .toList();
    }

    private List<Mark> condition(Saying saying, FactorHour hour, Outlet outlet) {
        Window run = saying.run(sayings);
        Window span = saying.content().span();
        Instant until = until(saying, hour, outlet, run);
        List<Mark> marks = new ArrayList<>(2);
        if (span.start().isBefore(until)) {
            Window allowed = new Window(span.start(), until.isBefore(span.end()) ? until : span.end());
            addIfTouching(marks, hour, new Mark(saying.id(), Mark.Kind.WORKING_CONDITION_ALLOWED, allowed));
        }
        if (until.isBefore(span.end())) {
            Window beyond = new Window(until.isAfter(span.start()) ? until : span.start(), span.end());
            addIfTouching(marks, hour, new Mark(saying.id(), Mark.Kind.WORKING_CONDITION_BEYOND, beyond));
        }
        return marks;
    }

    private static void addIfTouching(List<Mark> marks, FactorHour hour, Mark mark) {
        if (!mark.window().overlap(hour.window()).isZero()) {
            marks.add(mark);
        }
    }

    /** The first instant at which a condition is judged for a factor; its beginning if it always is. */
    private Instant until(Saying saying, FactorHour hour, Outlet outlet, Window run) {
        Allowance allowance = allowance(saying, outlet, run);
        return allowance
                .row()
                .filter(row -> row.covers(hour.factor()))
                .map(row -> allowance.until(run.start()))
                .orElse(run.start());
    }

    /**
     * Whether the working condition that a version speaks of lasts within what the outlet's industry allows, as if the version
     * counted beside every other mark that does; empty if it speaks of none.
     */
    public Optional<Allowance> allowance(FiledVersion filed, Outlet outlet) {
        List<Saying> all = new ArrayList<>(sayings);
        all.removeIf(
                saying -> saying.filed().version().mark().equals(filed.version().mark()));
        Optional<Saying> asked = saying(filed)
                .filter(one -> one.kind().effect() == MarkEffect.ALLOWANCE)
                .findFirst();
        asked.ifPresent(all::add);
        return asked.map(one -> allowance(one, outlet, one.run(all), all));
    }

    private Allowance allowance(Saying saying, Outlet outlet, Window run) {
        return allowance(saying, outlet, run, sayings);
    }

    private Allowance allowance(Saying saying, Outlet outlet, Window run, List<Saying> all) {
        MarkCode kind = saying.kind().code();
        Duration used = rules.allowed()
                .row(outlet, kind, run)
                .map(row -> Saying.used(Saying.runs(all, kindsOf(row)), yearOf(run), run.start()))
                .orElse(Duration.ZERO);
        return rules.allowed().decide(outlet, kind, run, used);
    }

    /**
     * Working conditions that last longer than allowed, by their beginning.
     *
     * @param from conditions that begin earlier are left out: what was used of their year may not be known
     * @param outlet the outlet's registration at an instant
     */
    public List<Overrun> overruns(Instant from, Function<Instant, Optional<Outlet>> outlet) {
        List<Overrun> overruns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Saying saying : sayings) {
            Window run = saying.run(sayings);
            if (saying.kind().effect() != MarkEffect.ALLOWANCE
                    || run.start().isBefore(from)
                    || !seen.add(saying.kind().code() + " " + run.start())) {
                continue;
            }
            outlet.apply(run.start())
                    .flatMap(known -> allowance(saying, known, run)
                            .match(
                                    within -> Optional.<Allowance.Beyond>empty(),
                                    Optional::of,
                                    none -> Optional.empty()))
                    .ifPresent(beyond ->
                            overruns.add(new Overrun(saying.kind().code(), run, beyond, marksOf(saying, run))));
        }
        overruns.sort(Comparator.comparing(overrun -> overrun.condition().start()));
        return overruns;
    }

    private List<MarkId> marksOf(Saying saying, Window run) {
        return sayings.stream()
                .filter(other -> other.kind().code().equals(saying.kind().code())
                        && !other.content().span().overlap(run).isZero())
                .map(other -> other.filed().version().mark())
                .toList();
    }

    private Set<MarkCode> kindsOf(AllowedDuration row) {
        return rules.allowed().rows().stream()
                .filter(other -> other.group().equals(row.group()))
                .map(AllowedDuration::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Window yearOf(Window run) {
        int year = run.start().atZone(LegalTime.ZONE).getYear();
        return new Window(
                LocalDate.of(year, 1, 1).atStartOfDay(LegalTime.ZONE).toInstant(),
                LocalDate.of(year + 1, 1, 1).atStartOfDay(LegalTime.ZONE).toInstant());
    }

    private Optional<Saying> stop(FactorHour hour) {
        return sayings.stream()
                .filter(saying -> saying.kind().effect() == MarkEffect.STOP
                        && saying.content().touches(hour))
                .findFirst();
    }

    /** The stop that counts and has the whole hour in it, if there is one. */
    public Optional<MarkVersion> wholeStop(FactorHour hour) {
        return sayings.stream()
                .filter(saying -> saying.kind().effect() == MarkEffect.STOP
                        && saying.content().outlet().equals(hour.outlet())
                        && saying.content()
                                .span()
                                .overlap(hour.window())
                                .equals(hour.window().length()))
                .map(saying -> saying.filed().version())
                .findFirst();
    }

    /** Which mark counts for an hour, and what became of every other that touches it. */
    public MarkAnswer at(FactorHour hour, Outlet outlet) {
        List<Ranked> ranked = ranked(hour, outlet);
        Optional<Ranked> best =
                ranked.stream().filter(one -> one.mark().why() == Why.COUNTS).findFirst();
        List<Considered> considered = new ArrayList<>();
        known.files().forEach(file -> considered.addAll(new Consideration(file, asOf).of(hour)));
        for (Ranked one : ranked) {
            boolean outranked = one.mark().why() == Why.COUNTS && !best.equals(Optional.of(one));
            considered.add(outranked ? one.mark().outrankedBy(best.orElseThrow().mark()) : one.mark());
        }
        if (best.isPresent()) {
            return new MarkAnswer.Counts(best.get().effect(), best.get().mark(), considered);
        }
        return new MarkAnswer.None(
                considered.isEmpty() ? MarkAnswer.Reason.NO_MARK : MarkAnswer.Reason.NONE_COUNTS, considered);
    }

    private record Ranked(MarkEffect effect, Considered mark) {}

    /** What touches an hour and is in force, highest rank first. */
    private List<Ranked> ranked(FactorHour hour, Outlet outlet) {
        List<Ranked> ranked = new ArrayList<>();
        for (MarkEffect rank : MarkEffect.values()) {
            sayings.stream()
                    .filter(saying ->
                            saying.kind().effect() == rank && saying.content().touches(hour))
                    .forEach(saying -> ranked.add(new Ranked(rank, considered(saying, hour, outlet))));
        }
        known.automatic().stream()
                .filter(mark -> mark.touches(hour))
                .forEach(mark -> ranked.add(new Ranked(
                        MarkEffect.INVALIDATES,
                        new Considered(
                                mark.id(),
                                0,
                                mark.kind(),
                                Why.COUNTS,
                                "flag " + mark.flag() + " " + span(mark.span())))));
        return ranked;
    }

    private Considered considered(Saying saying, FactorHour hour, Outlet outlet) {
        if (!saying.content().names(hour.factor())) {
            return of(saying, Why.OTHER_FACTORS, saying.content().factors().toString());
        }
        if (saying.kind().effect() != MarkEffect.ALLOWANCE) {
            return of(saying, Why.COUNTS, span(saying.content().span()));
        }
        Window run = saying.run(sayings);
        Allowance allowance = allowance(saying, outlet, run);
        Optional<AllowedDuration> row = allowance.row();
        if (row.isEmpty()) {
            return of(saying, Why.NOTHING_ALLOWED, allowance.match(w -> "", b -> "", none -> none.why()
                    .name()));
        }
        if (!row.get().covers(hour.factor())) {
            return of(
                    saying,
                    Why.FACTOR_NOT_ALLOWED,
                    row.get().id() + " is for " + row.get().factors());
        }
        Instant until = allowance.until(run.start());
        return until.isAfter(hour.start())
                ? of(saying, Why.COUNTS, row.get().id() + " until " + until)
                : of(saying, Why.BEYOND_THE_ALLOWED_DURATION, row.get().id() + " until " + until);
    }

    private static Considered of(Saying saying, Why why, String detail) {
        return new Considered(saying.id(), saying.version(), saying.kind().code(), why, detail);
    }

    private static String span(Window span) {
        return span.start() + " to " + span.end();
    }
}
