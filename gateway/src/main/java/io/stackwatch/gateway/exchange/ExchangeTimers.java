package io.stackwatch.gateway.exchange;

import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Instant;
import java.util.function.LongSupplier;

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

    @Override
    public void fire(Instant now) {
        desk.timeOut(cursor.horizon(now, journalHead.getAsLong()));
        clocks.fire(now);
        desk.send(now);
    }
}
