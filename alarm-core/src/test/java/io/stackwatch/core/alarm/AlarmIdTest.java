package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AlarmIdTest {

    private static final Instant HOUR = Instant.parse("2026-11-20T00:00:00Z");

    /** SHA-256 of "5:DA001:a21026:EX_H:2026-11-20T00:00:00Z", worked out outside of this program. */
    @Test
    void theIdOfAnAlarmAboutAnOutletIsTheOneThatItAlwaysWas() {
        AlarmKey key = new AlarmKey(new OutletId("DA001"), new FactorCode("a21026"), AlarmType.HOUR_EXCEEDANCE, HOUR);
        assertEquals("4f680d3201b1a64380d3127ddd0637cc", AlarmId.of(key).value());
    }

    @Test
    void subjectsThatLookAlikeHaveIdsOfTheirOwn() {
        assertNotEquals(
                AlarmId.of(of(AlarmSubject.of(AlarmSubject.Kind.OUTLET, "E1"))),
                AlarmId.of(of(AlarmSubject.of(AlarmSubject.Kind.ENTERPRISE, "E1"))));
        assertNotEquals(
                AlarmId.of(of(AlarmSubject.of(AlarmSubject.Kind.OUTLET, "ENTERPRISE:2:E1"))),
                AlarmId.of(of(AlarmSubject.of(AlarmSubject.Kind.ENTERPRISE, "E1"))));
    }

    private static AlarmKey of(AlarmSubject subject) {
        return new AlarmKey(subject, FactorCode.ALL, AlarmType.RATE_LOW, HOUR);
    }
}
