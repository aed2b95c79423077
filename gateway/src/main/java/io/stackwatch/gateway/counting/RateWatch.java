package io.stackwatch.gateway.counting;

import io.stackwatch.gateway.records.OutletDay;
import java.time.Instant;
import java.util.List;

/** Looks at the rates of outlets of which days were counted. */
@FunctionalInterface
public interface RateWatch {

    /** Nobody looks. */
    RateWatch NONE = (days, asOf) -> {};

    /** These days have new counters. Called by one thread at a time, outside of any transaction. */
    void counted(List<OutletDay> days, Instant asOf);
}
