package io.stackwatch.core.exceedance;

import io.stackwatch.core.limit.LimitLookup;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.Mark;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.transmission.Due;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about an hour when it is judged.
 *
 * @param hour which hour
 * @param due whether it had to be sent
 * @param minuteEvidence how the outlet's valid minutes are proved
 * @param limit the limit in force at the start of the hour, or why there is none
 * @param report the latest report of the factor, if one has come
 * @param minutes what is known about its minutes
 * @param oxygen the latest report of the oxygen of the same hour, if one has come
 * @param oxygenMinutes what is known about the oxygen's minutes
 * @param marks marks of the outlet and factor that touch the hour
 * @param control whether the instruments that the hour was measured with were in control
 */
public record HourCase(
        FactorHour hour,
        Due due,
        MinuteEvidence minuteEvidence,
        LimitLookup limit,
        Optional<HourReport> report,
        MinuteTally minutes,
        Optional<HourReport> oxygen,
        MinuteTally oxygenMinutes,
        List<Mark> marks,
        InstrumentControl control) {

    public HourCase {
        marks = List.copyOf(marks);
        if (report.isPresent() && !report.get().hour().equals(hour)) {
            throw new IllegalArgumentException(
                    "report of another hour: " + report.get().hour() + " for " + hour);
        }
        if (oxygen.isPresent()
                && !(oxygen.get().hour().outlet().equals(hour.outlet())
                        && oxygen.get().hour().start().equals(hour.start()))) {
            throw new IllegalArgumentException(
                    "oxygen of another hour: " + oxygen.get().hour() + " for " + hour);
        }
    }

    /** A case of which nothing has been received. */
    public static HourCase of(FactorHour hour, Due due, MinuteEvidence minuteEvidence, LimitLookup limit) {
        return new HourCase(
                hour,
                due,
                minuteEvidence,
                limit,
                Optional.empty(),
                MinuteTally.EMPTY,
                Optional.empty(),
                MinuteTally.EMPTY,
                List.of(),
                InstrumentControl.NOTHING_AGAINST_IT);
    }

    /** With the factor's report and minutes. */
    public HourCase withReport(HourReport newReport, MinuteTally newMinutes) {
        return new HourCase(
                hour,
                due,
                minuteEvidence,
                limit,
                Optional.of(newReport),
                newMinutes,
                oxygen,
                oxygenMinutes,
                marks,
                control);
    }

    /** With the oxygen's report and minutes. */
    public HourCase withOxygen(HourReport newOxygen, MinuteTally newMinutes) {
        return new HourCase(
                hour, due, minuteEvidence, limit, report, minutes, Optional.of(newOxygen), newMinutes, marks, control);
    }

    /** With the marks that touch the hour. */
    public HourCase withMarks(List<Mark> newMarks) {
        return new HourCase(
                hour, due, minuteEvidence, limit, report, minutes, oxygen, oxygenMinutes, newMarks, control);
    }

    /** With what checks of the instruments say. */
    public HourCase withControl(InstrumentControl newControl) {
        return new HourCase(
                hour, due, minuteEvidence, limit, report, minutes, oxygen, oxygenMinutes, marks, newControl);
    }
}
