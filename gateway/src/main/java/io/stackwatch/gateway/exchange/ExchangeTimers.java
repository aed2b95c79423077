package io.stackwatch.gateway.exchange;

import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the timetable wakes: deadlines, clocks, and whatever waits to be sent. */
public final class ExchangeTimers implements WakeUp {

    private final ExchangeDesk desk;
    private final ExchangeCursor cursor;
    private final ClockDesk clocks;
    private final LongSupplier journalHead;

    /**
     * @param journalHead the journal's last durable record, asked anew every time
     */
    public ExchangeTimers(ExchangeDesk desk, ExchangeCursor cursor, ClockDesk clocks, LongSupplier journalHead) {
        this.desk = desk;
        this.cursor = cursor;
        this.clocks = clocks;
        this.journalHead = journalHead;
    }

    /** Every part has its turn, whatever befell the one before it; the first failure is thrown behind the last part. */
    @Override
    public void fire(Instant now) {
        @Nullable RuntimeException first = null;
        List<Runnable> parts = List.of(
                () -> desk.timeOut(cursor.horizon(now, journalHead.getAsLong())),
                () -> clocks.fire(now),
                () -> desk.send(now));
        for (Runnable part : parts) {
            try {
                part.run();
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
