package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.penalty.Yuan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a strand stands, for lists.
 *
 * @param strand which
 * @param stage where it stands
 * @param fine what was decided, if a fine was
 * @param paid what was paid
 * @param decidedOn the day of a fine that stands
 */
public record CaseStrandRow(
        Strand strand, Stage stage, Optional<Yuan> fine, Yuan paid, Optional<LocalDate> decidedOn) {}
