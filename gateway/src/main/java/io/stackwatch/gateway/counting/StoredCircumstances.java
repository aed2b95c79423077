package io.stackwatch.gateway.counting;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.FiledVersion;
import io.stackwatch.core.marking.MarkAct;
import io.stackwatch.core.marking.MarkContent;
import io.stackwatch.core.marking.MarkEffect;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkKind;
import io.stackwatch.core.marking.MarkKinds;
import io.stackwatch.core.marking.MarkState;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Circumstance;
import io.stackwatch.core.transmission.Circumstance.Kind;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.records.OwnOutageRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Circumstances from the records: marks, exemptions and our own outages, each with the time in which it counted; and losses of
 * control of instruments. Immutable; safe to share.
 *
 * <p>A declared stop that nobody has decided about is told as pending. A mark that follows by itself from flags of the logger is
 * not told: its hours do not count for their flags already.
 */
public final class StoredCircumstances implements Circumstances {

    private final MarkKinds kinds;
    private final LossesOfControl control;
    private final RuleParameters parameters;

    /** @param control when instruments were out of control */
    public StoredCircumstances(MarkKinds kinds, LossesOfControl control, RuleParameters parameters) {
        this.kinds = kinds;
        this.control = control;
        this.parameters = parameters;
    }

    @Override
    public List<Held> of(Handle handle, OutletId outlet, Window period) {
        List<Held> held = new ArrayList<>(control.of(handle, outlet, period));
        MarkRecords.of(handle, outlet, period.start()).forEach(file -> held.addAll(marks(file, period)));
        ExemptionRecords.touching(handle, outlet, period.start(), period.end())
                .forEach(grant -> held.add(exemption(grant)));
        // an outage counts in the time in which the report of an hour is to come
        Instant receiptEnds = period.end().plus(parameters.duration("receipt.grace", period.start()));
        OwnOutageRecords.touching(handle, period.start(), receiptEnds).forEach(outage -> held.add(outage(outage)));
        return held;
    }

    private static Held exemption(Exemption grant) {
        Effective known = new Effective(grant.grantedAt(), grant.revoked().filter(at -> at.isAfter(grant.grantedAt())));
        String id = "exemption " + grant.id() + ": " + grant.document();
        return new Held(Optional.empty(), new Circumstance(Kind.EXEMPTION, id, grant.span(), known));
    }

    private static Held outage(OwnOutage outage) {
        Effective known = Effective.since(outage.span().start());
        return new Held(
                Optional.empty(), new Circumstance(Kind.OWN_OUTAGE, "own outage " + outage.id(), outage.span(), known));
    }

    /** What a mark said, from each act to the next. */
    private List<Held> marks(MarkFile file, Window period) {
        TreeSet<Instant> acts = new TreeSet<>();
        file.versions()
                .forEach(version -> version.acts().stream().map(MarkAct::at).forEach(acts::add));
        List<Held> held = new ArrayList<>();
        for (Instant act : acts) {
            Effective known = new Effective(act, Optional.ofNullable(acts.higher(act)));
            Optional<FiledVersion> counting = file.countingAt(act);
            counting.ifPresent(version -> held.addAll(said(version, period, known, false)));
            pending(file, act)
                    .filter(version -> counting.isEmpty() || !counting.get().equals(version))
                    .ifPresent(version -> held.addAll(said(version, period, known, true)));
        }
        return held;
    }

    /** The last version that waits for something at an instant. */
    private static Optional<FiledVersion> pending(MarkFile file, Instant at) {
        return file.versions().stream()
                .filter(version -> version.stateAt(at).filter(MarkState::open).isPresent())
                .reduce((one, later) -> later);
    }

    private List<Held> said(FiledVersion filed, Window period, Effective known, boolean pending) {
        Optional<MarkContent> content = filed.version().content();
        Optional<MarkEffect> effect = content.flatMap(
                        saying -> kinds.at(saying.kind(), saying.span().start()))
                .map(MarkKind::effect);
        if (content.isEmpty()
                || effect.isEmpty()
                || content.get().span().overlap(period).isZero()
                || (pending && effect.get() != MarkEffect.STOP)) {
            return List.of();
        }
        Kind kind =
                switch (effect.get()) {
                    case STOP -> pending ? Kind.STOP_PENDING : Kind.STOP;
                    case INVALIDATES -> Kind.EQUIPMENT_MARK;
                    case ALLOWANCE -> Kind.WORKING_CONDITION_MARK;
                };
        String id = "mark " + filed.version().mark() + "/" + filed.version().version();
        Circumstance circumstance = new Circumstance(kind, id, content.get().span(), known);
        return content.get().factors().isEmpty()
                ? List.of(new Held(Optional.empty(), circumstance))
                : content.get().factors().stream()
                        .map((FactorCode factor) -> new Held(Optional.of(factor), circumstance))
                        .toList();
    }
}
