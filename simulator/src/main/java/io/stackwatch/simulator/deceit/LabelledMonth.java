package io.stackwatch.simulator.deceit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A month of one outlet as its logger reports it, with what is true of it.
 *
 * @param outlet name of the outlet
 * @param kind name of the kind of plant
 * @param oddity what is odd about it; honest months only
 * @param referenceOxygen percent, that the logger converts to
 * @param wishes by factor the figure that the operator wishes to stay below, mg/m3
 * @param ranges by factor the upper end of the instrument's range, mg/m3; empty where it is not known
 * @param rows hours in the order of time
 * @param acts what was done
 * @param clock live frames, one for every 10 minutes
 * @param labels what is true; empty for an honest month
 */
public record LabelledMonth(
        String outlet,
        String kind,
        Oddity oddity,
        double referenceOxygen,
        Map<String, BigDecimal> wishes,
        Map<String, BigDecimal> ranges,
        List<HourRow> rows,
        List<Act> acts,
        List<ClockRow> clock,
        List<Label> labels) {}
