package io.stackwatch.gateway.detection;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.DetectionRow;
import java.time.LocalDate;
import java.util.List;

/** What detectors of windows said of the days of an outlet. May block; safe for several threads. */
@FunctionalInterface
public interface Examinations {

    /** The examined days, both ends inclusive, in their newest version, in order; days that were not examined are left out. */
    List<DetectionRow> examined(OutletId outlet, LocalDate first, LocalDate last);
}
