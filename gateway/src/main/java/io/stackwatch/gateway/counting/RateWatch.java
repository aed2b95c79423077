package io.stackwatch.gateway.counting;

import io.stackwatch.gateway.records.OutletDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Looks at the rates of outlets, enterprises and counties of which days were counted. Called by one thread at a time. */
public interface RateWatch {

    /** Nobody looks. */
    RateWatch NONE = new NoWatch();

    /** These days have new counters; in the transaction that keeps them. */
    void counted(Handle handle, List<OutletDay> days);

    /** Who lies where may have changed in these days, both inclusive, or months before them were frozen; in a transaction. */
    void placed(Handle handle, LocalDate first, LocalDate last);

    /** Looks at what was noted before; outside of any transaction. */
    void look(Instant asOf);
}
