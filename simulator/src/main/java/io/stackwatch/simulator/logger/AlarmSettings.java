package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.logger.Task.Circumstances;
import io.stackwatch.simulator.logger.Task.Execution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Alarms and reporting time of HJ/T 212-2005: commands 1001, 1021 to 1042 and 2071, which later editions deleted (secondary:
 * the text of 2005 was not read). The settings are kept and told; the logger itself raises no alarm.
 */
final class AlarmSettings {

    private static final String LOW = "-LowValue";
    private static final String UP = "-UpValue";
    private static final String WARN_TIME = "WarnTime";
    private static final String TARGET = "AlarmTarget";
    private static final String REPORT_TIME = "ReportTime";
    private static final String LIMIT = "-?\\d{1,11}(\\.\\d{1,2})?";
    private static final String HOUR_AND_MINUTE = "([01]\\d|2[0-3])[0-5]\\d";

    private AlarmSettings() {}

    /** 1001: how long a value must be beyond its limit. */
    static Execution setWarnTime(Request request, Circumstances at) {
        return set(request, at, WARN_TIME, "\\d{1,5}");
    }

    /** 1021: of the factors that are named, each of which must be measured. */
    static Execution limits(Request request, Circumstances at) {
        List<String> subjects = request.values("PolId");
        if (subjects.isEmpty() || !at.subjects().containsAll(subjects)) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        Instruments kept = at.state().instruments();
        List<String> items = new ArrayList<>();
        for (String subject : subjects) {
            items.add(subject + LOW + "=" + kept.value(subject, LOW).orElse("") + "," + subject + UP + "="
                    + kept.value(subject, UP).orElse(""));
        }
        return at.said(String.join(";", items));
    }

    /** 1022: both limits of at least one factor, the lower one first. */
    static Execution setLimits(Request request, Circumstances at) {
        Instruments changed = at.state().instruments();
        boolean any = false;
        for (String subject : new TreeSet<>(at.subjects())) {
            Optional<String> low = request.value(subject + LOW);
            Optional<String> up = request.value(subject + UP);
            if (low.isEmpty() && up.isEmpty()) {
                continue;
            }
            if (!isPair(low, up)) {
                return at.failed(Result.WRONG_CONDITIONS);
            }
            changed = changed.with(subject, LOW, low.orElseThrow()).with(subject, UP, up.orElseThrow());
            any = true;
        }
        return any ? at.done(at.state().withInstruments(changed)) : at.failed(Result.WRONG_CONDITIONS);
    }

    private static boolean isPair(Optional<String> low, Optional<String> up) {
        return low.filter(text -> text.matches(LIMIT)).isPresent()
                && up.filter(text -> text.matches(LIMIT)).isPresent()
                && new BigDecimal(low.get()).compareTo(new BigDecimal(up.get())) <= 0;
    }

    /** 1031. */
    static Execution target(Request request, Circumstances at) {
        return told(at, TARGET);
    }

    /** 1032. */
    static Execution setTarget(Request request, Circumstances at) {
        return set(request, at, TARGET, "[!-~&&[^;,&=]]{1,20}");
    }

    /** 1041. */
    static Execution reportTime(Request request, Circumstances at) {
        return told(at, REPORT_TIME);
    }

    /** 1042. */
    static Execution setReportTime(Request request, Circumstances at) {
        return set(request, at, REPORT_TIME, HOUR_AND_MINUTE);
    }

    /** 2071: there is none in any range. */
    static Execution alarms(Request request, Circumstances at) {
        Optional<Instant> begin = request.value("BeginTime").flatMap(at.time()::parse);
        Optional<Instant> end = request.value("EndTime").flatMap(at.time()::parse);
        boolean range = begin.isPresent() && end.isPresent() && !begin.get().isAfter(end.get());
        return at.failed(range ? Result.NO_DATA : Result.WRONG_CONDITIONS);
    }

    private static Execution told(Circumstances at, String name) {
        return at.said(name + "=" + at.state().instruments().value("", name).orElse(""));
    }

    private static Execution set(Request request, Circumstances at, String name, String form) {
        return request.value(name)
                .filter(text -> text.matches(form))
                .map(text -> at.done(
                        at.state().withInstruments(at.state().instruments().with("", name, text))))
                .orElseGet(() -> at.failed(Result.WRONG_CONDITIONS));
    }
}
