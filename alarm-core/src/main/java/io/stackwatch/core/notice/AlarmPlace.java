package io.stackwatch.core.notice;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * Where an alarm belongs, by the registry of its time.
 *
 * @param outlet empty if it is about something larger
 * @param enterprise empty if it is about a division, or not registered
 * @param county empty if not registered
 */
public record AlarmPlace(Optional<OutletId> outlet, Optional<EnterpriseId> enterprise, Optional<RegionCode> county) {}
