package io.stackwatch.core.quality;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Checks of instruments of one outlet; times are those of the place. */
public final class QaFixture {

    public static final OutletId OUTLET = new OutletId("DA001");
    public static final FactorCode SO2 = new FactorCode("a21026");

    private QaFixture() {}

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    public static QaEvent check(long number, QaCheck check, String local, QaFigures figures) {
        return check(number, SO2, check, local, figures);
    }

    public static QaEvent check(long number, FactorCode factor, QaCheck check, String local, QaFigures figures) {
        return new QaEvent(
                number,
                new QaEvent.Subject(OUTLET, factor, check),
                QaMode.MANUAL_EXTRACTIVE,
                at(local),
                figures,
                Optional.empty(),
                "book 7");
    }

    /** A zero drift of sulphur dioxide in percent of full scale: passes to 2.5, out of control above 5. */
    public static QaEvent zero(long number, String local, String percent) {
        return check(number, QaCheck.ZERO_DRIFT, local, QaFigures.percent(percent, QaBasis.FULL_SCALE));
    }
}
