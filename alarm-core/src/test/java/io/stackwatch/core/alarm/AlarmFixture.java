package io.stackwatch.core.alarm;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An exceedance of one hour, 2026-11-20 08:00 in Shanghai, and what can happen to its alarm. */
public final class AlarmFixture {

    /** First and only hour of the episode. */
    public static final Instant HOUR = Instant.parse("2026-11-20T00:00:00Z");

    /** When it became known. */
    public static final Instant KNOWN = Instant.parse("2026-11-20T01:05:00Z");

    private static final AlarmKey KEY =
            new AlarmKey(new OutletId("DA001"), new FactorCode("a21026"), AlarmType.HOUR_EXCEEDANCE, HOUR);

    private AlarmFixture() {}

    /** The key of such an alarm of another outlet, one for each number. */
    public static AlarmKey key(int number) {
        return new AlarmKey(new OutletId("DA" + number), new FactorCode("a34013"), AlarmType.HOUR_EXCEEDANCE, HOUR);
    }

    /** One event of that alarm. */
    public static AlarmEvent event(AlarmEventKind kind) {
        return event(kind, kind == AlarmEventKind.CLEARED ? AlarmReason.WITHIN : AlarmReason.EXCEEDS);
    }

    /** One event of that alarm, with its reason. */
    public static AlarmEvent event(AlarmEventKind kind, AlarmReason reason) {
        return new AlarmEvent(
                KEY,
                kind,
                KNOWN,
                HOUR,
                HOUR,
                AlarmLevel.YELLOW,
                reason,
                Optional.of(HOUR),
                kind == AlarmEventKind.ACKNOWLEDGED ? Optional.of("officer") : Optional.empty(),
                "",
                List.of());
    }

    /** The alarm that these events make. */
    public static Alarm after(AlarmEventKind... kinds) {
        return Alarm.fold(Stream.of(kinds).map(AlarmFixture::event).toList());
    }
}
