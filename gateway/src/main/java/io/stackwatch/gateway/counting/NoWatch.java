package io.stackwatch.gateway.counting;

import io.stackwatch.gateway.records.OutletDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Nobody looks at rates. */
final class NoWatch implements RateWatch {

    @Override
    public void counted(Handle handle, List<OutletDay> days) {}

    @Override
    public void placed(Handle handle, LocalDate first, LocalDate last) {}

    @Override
    public void look(Instant asOf) {}
}
