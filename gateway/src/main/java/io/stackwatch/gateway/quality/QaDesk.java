package io.stackwatch.gateway.quality;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.Act;
import java.util.List;
import java.util.Optional;

/**
 * Where checks of instruments are recorded and asked for. Safe for use by several threads; every call may block on the store,
 * so never on an event loop.
 */
public interface QaDesk {

    /** The checks of an outlet, newest first, also those that were withdrawn; of one factor if it is named. */
    List<QaFile> events(OutletId outlet, Optional<FactorCode> factor, int limit);

    /** Records a check; the number of the draft does not matter. */
    Recorded record(QaEvent draft, Act act);

    /** Withdraws a check; empty if there is none with this number, or it was withdrawn before. */
    Optional<QaFile> withdraw(long number, Act act);

    /** When the instruments of an outlet were out of control, by the checks that count now: for judging and counting hours. */
    OutOfControl control(OutletId outlet);

    /** How the instruments of an outlet stand now. */
    QaStanding standing(OutletId outlet);

    /** A desk at which nothing was ever recorded. */
    static QaDesk none() {
        return new NoChecks();
    }

    /**
     * What became of a record.
     *
     * @param file how it was kept; empty exactly if it was refused
     * @param why why it was refused
     */
    record Recorded(Optional<QaFile> file, Optional<Refused> why) {}

    /** Why a check is not recorded. */
    enum Refused {
        /** The outlet is not registered. */
        NO_SUCH_OUTLET,
        /** No checks are known for the factor. */
        NO_SUCH_MEASURAND,
        /** It was made later than now. */
        FROM_THE_FUTURE,
        /** This check is recorded already: it is to be withdrawn first. */
        ALREADY_RECORDED
    }
}
