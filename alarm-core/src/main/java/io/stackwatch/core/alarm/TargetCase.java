package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.OxygenContent;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest judged hour of a factor beside the target of a policy.
 *
 * @param hour its start
 * @param value what was compared with the limit in force, mg/m3
 * @param referenceOxygen the reference oxygen that the value was converted to, if it was
 * @param target the strictest target that covers the outlet, if one does
 */
public record TargetCase(
        Instant hour, Fraction value, Optional<OxygenContent> referenceOxygen, Optional<Limit> target) {}
