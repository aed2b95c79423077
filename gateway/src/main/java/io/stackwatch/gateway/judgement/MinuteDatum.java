package io.stackwatch.gateway.judgement;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorHour;
import java.util.Optional;

/**
 * That a logger sent a minute datum of a factor, and how it marked it.
 *
 * @param hour the hour that the minutes lie in
 * @param minute at which minute of it the datum starts, 0 to 59
 * @param interval how many minutes it speaks of
 * @param flag the logger's mark, if sent
 */
record MinuteDatum(FactorHour hour, int minute, int interval, Optional<DataFlag> flag) {}
