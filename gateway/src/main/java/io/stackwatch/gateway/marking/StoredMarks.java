package io.stackwatch.gateway.marking;

import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.deadline.Deadline;
import io.stackwatch.core.marking.Allowance;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.FiledVersion;
import io.stackwatch.core.marking.Filing;
import io.stackwatch.core.marking.FilingDecision;
import io.stackwatch.core.marking.FilingDecision.Taken;
import io.stackwatch.core.marking.MarkAct;
import io.stackwatch.core.marking.MarkContent;
import io.stackwatch.core.marking.MarkDeciding;
import io.stackwatch.core.marking.MarkEffect;
import io.stackwatch.core.marking.MarkEvent;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkKind;
import io.stackwatch.core.marking.MarkRules;
import io.stackwatch.core.marking.MarksInForce;
import io.stackwatch.core.marking.MarksKnown;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.marking.ProofFile;
import io.stackwatch.core.marking.StopFinding;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.judgement.StopFigures;
import io.stackwatch.gateway.marking.FilingAnswer.Kept;
import io.stackwatch.gateway.marking.FilingAnswer.NotTaken;
import io.stackwatch.gateway.marking.FilingAnswer.Unknown;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.DeadlineRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.MarkFinding;
import io.stackwatch.gateway.records.MarkFindingRecords;
import io.stackwatch.gateway.records.MarkQuery;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.records.OwnOutageRecords;
import io.stackwatch.gateway.records.OwnedBy;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Marks of the SQL store: every act is one transaction, together with the deadlines that let hours be judged again. */
public final class StoredMarks implements MarkDesk {

    private static final String NO_EXPLANATION = "-";

    /** The answer to an act, and the number of the last event of an alarm that it brought. */
    private record Acted<T>(T answer, Optional<Long> event) {

        static <T> Acted<T> only(T answer) {
            return new Acted<>(answer, Optional.empty());
        }
    }

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final MarkRules rules;
    private final StopFigures figures;
    private final ProofShelf proofs;
    private final EventSignal signal;
    private final Clock clock;
    private final MarkAlarms alarms;
    private final TouchedHours touched;
    private final HourReader hours;

    public StoredMarks(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            JudgementRules rules,
            ProofShelf proofs,
            EventSignal signal,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.rules = rules.marks();
        this.figures = new StopFigures(rules.marks().stops().bounds(), rules.flags(), registry);
        this.proofs = proofs;
        this.signal = signal;
        this.clock = clock;
        this.alarms = new MarkAlarms(rules.marks(), rules.parameters());
        this.touched = new TouchedHours(rules.marks().kinds());
        this.hours = new HourReader(rules.marks());
    }

    @Override
    public List<MarkKind> kinds() {
        return rules.kinds().kinds();
    }

    @Override
    public FilingAnswer file(FilingOrder order) {
        Instant now = now();
        Act act = new Act(now, order.by(), order.reason());
        new Act(now, order.by(), explained(order.explanation()));
        if (registry.get()
                .registry()
                .outletAt(order.outlet(), order.span().start())
                .isEmpty()) {
            return new Unknown(
                    "outlet registered at the start of the span", order.outlet().value());
        }
        List<ProofFile> files = new ArrayList<>();
        for (FilingOrder.NamedProof named : order.proofs()) {
            String name = ProofShelf.cleaned(named.name())
                    .orElseThrow(() -> new IllegalArgumentException("proofs: '" + named.name() + "' is no file name"));
            Optional<ProofShelf.Stored> stored = proofs.find(named.sha256());
            if (stored.isEmpty()) {
                return new Unknown("proof", named.sha256());
            }
            files.add(new ProofFile(name, named.sha256(), stored.get().bytes()));
        }
        MarkContent content =
                new MarkContent(order.outlet(), order.kind(), order.span(), order.factors(), act.reason(), files);
        return act(handle -> {
            Optional<MarkFile> before = order.mark().flatMap(mark -> MarkRecords.find(handle, mark));
            if (order.mark().isPresent() && before.isEmpty()) {
                return Acted.only(new Unknown("mark", order.mark().get().value()));
            }
            MarkId mark = order.mark().orElseGet(() -> MarkRecords.next(handle));
            return keep(
                    handle,
                    new Filing(mark, order.basedOn(), Optional.of(content), act.by(), order.explanation()),
                    before,
                    order.outlet(),
                    now);
        });
    }

    @Override
    public FilingAnswer withdraw(MarkId mark, int basedOn, String by, String explanation) {
        Instant now = now();
        Act act = new Act(now, by, explained(explanation));
        return act(handle -> {
            Optional<MarkFile> before = MarkRecords.find(handle, mark);
            Optional<OutletId> outlet = MarkRecords.outlet(handle, mark);
            if (before.isEmpty() || outlet.isEmpty()) {
                return Acted.only(new Unknown("mark", mark.value()));
            }
            return keep(
                    handle,
                    new Filing(mark, basedOn, Optional.empty(), act.by(), explanation),
                    before,
                    outlet.get(),
                    now);
        });
    }

    /** One transaction; whoever waits for events of alarms is told when it is committed. */
    private <T> T act(RecordStore.Work<Acted<T>> work) {
        Acted<T> done = store.write(work);
        done.event().ifPresent(signal::committed);
        return done.answer();
    }

    private Acted<FilingAnswer> keep(
            Handle handle, Filing filing, Optional<MarkFile> before, OutletId outlet, Instant now) {
        Optional<StopFinding> check = filing.content()
                .filter(content -> effect(content).equals(Optional.of(MarkEffect.STOP)))
                .map(content -> rules.stops().check(content.span(), figures.of(handle, outlet, content.span()), now));
        FilingDecision decision = rules.filing().decide(filing, before, check, now);
        return decision.match(
                taken -> {
                    long act = MarkRecords.add(handle, outlet, taken);
                    ToldActs.tell(handle, ActTable.MARK, act);
                    MarkFile file = MarkRecords.find(handle, filing.mark()).orElseThrow();
                    touched.schedule(
                            handle,
                            outlet,
                            before.flatMap(known -> known.sayingAt(now)),
                            file.sayingAt(now),
                            "act " + act,
                            now);
                    follow(handle, outlet, taken, now);
                    return new Acted<>(
                            new Kept(file),
                            alarms.acted(handle, registry.get().registry(), outlet, file, taken.filed(), now));
                },
                not -> Acted.only(new NotTaken(not)));
    }

    /** What else comes of a version: a stop that waits for its data, and what an officer should look at. */
    private void follow(Handle handle, OutletId outlet, Taken taken, Instant now) {
        Optional<MarkContent> content = taken.version().content();
        if (taken.filed().event() == MarkEvent.FILED_AHEAD) {
            Window span = content.orElseThrow().span();
            new DeadlineRecords(handle)
                    .schedule(Deadline.stopCheck(
                            outlet,
                            span,
                            taken.version().mark() + "/" + taken.version().version(),
                            rules.stops().checkableFrom(span)));
        }
        if (taken.filed().event() == MarkEvent.FILED_LATE) {
            find(handle, AlarmType.MARK_LATE, outlet, taken, now, taken.filed().why());
        }
        content.flatMap(saying -> excess(handle, saying, taken, now))
                .ifPresent(excess -> find(handle, AlarmType.MARK_ABUSE, outlet, taken, now, excess));
    }

    private static void find(Handle handle, AlarmType kind, OutletId outlet, Taken taken, Instant now, String detail) {
        MarkFindingRecords.add(handle, kind, taken.version(), outlet, Optional.empty(), now, detail);
    }

    /** By how much a condition is beyond what is allowed, of itself and of its calendar year; empty if it is not. */
    private Optional<String> excess(Handle handle, MarkContent content, Taken taken, Instant now) {
        Instant start = content.span().start();
        Optional<Outlet> outlet = registry.get().registry().outletAt(content.outlet(), start);
        Optional<FiledVersion> filed = MarkRecords.find(handle, taken.version().mark())
                .flatMap(file -> file.version(taken.version().version()));
        if (outlet.isEmpty() || filed.isEmpty()) {
            return Optional.empty();
        }
        Instant newYear = LocalDate.of(start.atZone(LegalTime.ZONE).getYear(), 1, 1)
                .atStartOfDay(LegalTime.ZONE)
                .toInstant();
        MarksKnown known =
                new MarksKnown(MarkRecords.of(handle, content.outlet(), newYear), List.of(), List.of(), List.of());
        return new MarksInForce(rules, known, now)
                .allowance(filed.get(), outlet.get())
                .flatMap(allowance -> allowance.match(
                        within -> Optional.<Allowance.Beyond>empty(), Optional::of, none -> Optional.empty()))
                .map(Allowance.Beyond::said);
    }

    private Optional<MarkEffect> effect(MarkContent content) {
        return rules.kinds().at(content.kind(), content.span().start()).map(MarkKind::effect);
    }

    @Override
    public Optional<MarkDeciding> decide(MarkId mark, int version, boolean approve, String by, String reason) {
        Instant now = now();
        Act act = new Act(now, by, reason);
        return act(handle -> {
            Optional<MarkFile> before = MarkRecords.find(handle, mark);
            Optional<FiledVersion> filed = before.flatMap(file -> file.version(version));
            if (filed.isEmpty()) {
                return Acted.only(Optional.empty());
            }
            MarkDeciding deciding = MarkDeciding.decide(filed.get(), approve, act.by(), act.reason(), now);
            Optional<Long> event = deciding.match(
                    done -> decided(handle, before.get(), done.act(), now), not -> Optional.<Long>empty());
            return new Acted<>(Optional.of(deciding), event);
        });
    }

    private Optional<Long> decided(Handle handle, MarkFile before, MarkAct act, Instant now) {
        long number = MarkRecords.add(handle, act);
        ToldActs.tell(handle, ActTable.MARK, number);
        OutletId outlet = MarkRecords.outlet(handle, before.id()).orElseThrow();
        MarkFile after = MarkRecords.find(handle, before.id()).orElseThrow();
        touched.schedule(handle, outlet, before.sayingAt(now), after.sayingAt(now), "act " + number, now);
        return alarms.acted(handle, registry.get().registry(), outlet, after, act, now);
    }

    @Override
    public Optional<MarkFile> mark(MarkId mark) {
        return store.read(handle -> MarkRecords.find(handle, mark));
    }

    @Override
    public List<MarkFile> marks(MarkQuery query) {
        return store.read(handle -> MarkRecords.list(handle, query));
    }

    @Override
    public List<MarkFinding> findings(Optional<OutletId> outlet, OwnedBy owned, Optional<Long> before, int limit) {
        return store.read(handle -> MarkFindingRecords.list(handle, outlet, owned, before, limit));
    }

    @Override
    public Optional<HourMarks> hour(OutletId outlet, Instant start) {
        return store.read(handle -> hours.read(handle, registry.get(), outlet, start, now()));
    }

    @Override
    public Optional<Exemption> grant(
            Optional<OutletId> outlet, Exemption.Kind kind, Window span, String document, String by, String reason) {
        Act act = new Act(now(), by, reason);
        new Act(act.at(), by, document);
        RegistrySnapshot city = registry.get();
        if (outlet.filter(id -> !city.registry().outletIds().contains(id)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(store.write(handle -> {
            Exemption granted = ExemptionRecords.grant(handle, outlet, kind, span, document.strip(), act);
            ToldActs.tell(handle, ActTable.EXEMPTION, granted.id());
            schedule(handle, city, granted, "exemption " + granted.id(), act.at());
            return granted;
        }));
    }

    @Override
    public Optional<Boolean> revoke(long exemption, String by, String reason) {
        Act act = new Act(now(), by, reason);
        RegistrySnapshot city = registry.get();
        return store.write(handle -> ExemptionRecords.find(handle, exemption).map(granted -> {
            boolean revoked = ExemptionRecords.revoke(handle, exemption, act);
            if (revoked) {
                ToldActs.tell(handle, ActTable.EXEMPTION_REVOCATION, exemption);
                schedule(handle, city, granted, "revocation of exemption " + exemption, act.at());
            }
            return revoked;
        }));
    }

    private static void schedule(Handle handle, RegistrySnapshot city, Exemption granted, String cause, Instant at) {
        granted.outlet()
                .map(List::of)
                .orElseGet(() -> List.copyOf(city.registry().outletIds()))
                .forEach(outlet -> TouchedHours.schedule(handle, outlet, granted.span(), cause, at));
    }

    @Override
    public Optional<Exemption> exemption(long number) {
        return store.read(handle -> ExemptionRecords.find(handle, number));
    }

    @Override
    public List<Exemption> exemptions(OwnedBy owned, Optional<Long> before, int limit) {
        return store.read(handle -> ExemptionRecords.list(handle, owned, before, limit));
    }

    @Override
    public List<OwnOutage> outages(Optional<Long> before, int limit) {
        return store.read(handle -> OwnOutageRecords.list(handle, before, limit));
    }

    @Override
    public ProofShelf proofs() {
        return proofs;
    }

    /** An explanation is bounded like a reason, and may be missing. */
    private static String explained(String explanation) {
        return explanation.isBlank() ? NO_EXPLANATION : explanation;
    }

    /** As the store keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
