package io.stackwatch.gateway.api;

import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkDeciding;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkKind;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.marking.FilingAnswer;
import io.stackwatch.gateway.marking.FilingOrder;
import io.stackwatch.gateway.marking.HourMarks;
import io.stackwatch.gateway.marking.MarkDesk;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.MarkFinding;
import io.stackwatch.gateway.records.MarkQuery;
import io.stackwatch.gateway.records.OwnedBy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A desk at which there is no mark. */
final class MarksInMemory implements MarkDesk {

    @Override
    public List<MarkKind> kinds() {
        return List.of();
    }

    @Override
    public FilingAnswer file(FilingOrder order) {
        return new FilingAnswer.Unknown("outlet", order.outlet().value());
    }

    @Override
    public FilingAnswer withdraw(MarkId mark, int basedOn, String by, String explanation) {
        return new FilingAnswer.Unknown("mark", mark.value());
    }

    @Override
    public Optional<MarkDeciding> decide(MarkId mark, int version, boolean approve, String by, String reason) {
        return Optional.empty();
    }

    @Override
    public Optional<MarkFile> mark(MarkId mark) {
        return Optional.empty();
    }

    @Override
    public List<MarkFile> marks(MarkQuery query) {
        return List.of();
    }

    @Override
    public List<MarkFinding> findings(Optional<OutletId> outlet, OwnedBy owned, Optional<Long> before, int limit) {
        return List.of();
    }

    @Override
    public Optional<HourMarks> hour(OutletId outlet, Instant start) {
        return Optional.empty();
    }

    @Override
    public Optional<Exemption> grant(
            Optional<OutletId> outlet, Exemption.Kind kind, Window span, String document, String by, String reason) {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> revoke(long exemption, String by, String reason) {
        return Optional.empty();
    }

    @Override
    public Optional<Exemption> exemption(long number) {
        return Optional.empty();
    }

    @Override
    public List<Exemption> exemptions(OwnedBy owned, Optional<Long> before, int limit) {
        return List.of();
    }

    @Override
    public List<OwnOutage> outages(Optional<Long> before, int limit) {
        return List.of();
    }

    @Override
    public ProofShelf proofs() {
        return new ProofShelf(Path.of("no-proofs"), 1_024);
    }
}
