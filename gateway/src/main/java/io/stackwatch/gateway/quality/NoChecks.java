package io.stackwatch.gateway.quality;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.Act;
import java.util.List;
import java.util.Optional;

/** A desk at which there is nothing, and nothing can be recorded. */
final class NoChecks implements QaDesk {

    @Override
    public List<QaFile> events(OutletId outlet, Optional<FactorCode> factor, int limit) {
        return List.of();
    }

    @Override
    public Recorded record(QaEvent draft, Act act) {
        return new Recorded(Optional.empty(), Optional.of(Refused.NO_SUCH_OUTLET));
    }

    @Override
    public Optional<QaFile> withdraw(long number, Act act) {
        return Optional.empty();
    }

    @Override
    public OutOfControl control(OutletId outlet) {
        return OutOfControl.NONE;
    }

    @Override
    public QaStanding standing(OutletId outlet) {
        return new QaStanding(List.of(), List.of());
    }
}
