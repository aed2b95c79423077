package io.stackwatch.core.integrity;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorHour;
import java.math.BigDecimal;

/**
 * A figure that a suspicion rests on.
 *
 * @param hour of which outlet, factor and hour
 * @param value as reported, in the unit of the report
 * @param evidence the frame that it stands in
 */
public record Shown(FactorHour hour, BigDecimal value, EvidenceRef evidence) {}
