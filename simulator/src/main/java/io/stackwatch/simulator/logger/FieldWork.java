package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.logger.Logbook.Entry;
import io.stackwatch.simulator.logger.Task.Circumstances;
import io.stackwatch.simulator.logger.Task.Execution;
import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Analysers and station: commands 3011 to 3024 (HJ 212-2017 C.31 to C.42; 2025 adds 3022 and 3024). */
final class FieldWork {

    private static final String LOG_OF_ANALYSER = "i11001";
    private static final String LOG_OF_LOGGER = "i21001";
    private static final String INFO_CODE = "i\\d{5}";
    private static final int LONGEST_TEXT = 890;

    private FieldWork() {}

    /** 3011: zero or, with {@code CalibrationType=1} (2025), span. */
    static Execution calibrate(Request request, Circumstances at) {
        Optional<String> type = request.value("CalibrationType");
        if (type.isPresent() && !type.get().matches("[01]")) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        return worked(request, at, type.filter("1"::equals).isPresent() ? "量程校准" : "零点校准");
    }

    /** 3012. */
    static Execution sample(Request request, Circumstances at) {
        return worked(request, at, "即时采样");
    }

    /** 3013. */
    static Execution clean(Request request, Circumstances at) {
        return worked(request, at, "清洗管路");
    }

    /** 3014: comparison sampling; in 2005 it sets the hours of sampling. */
    static Execution compare(Request request, Circumstances at) {
        if (at.state().identity().edition() != Edition.Y2005) {
            return worked(request, at, "比对采样");
        }
        List<String> hours = request.values("CTime");
        boolean isHours = !hours.isEmpty() && hours.stream().allMatch(hour -> hour.matches("[01]?\\d|2[0-3]"));
        return isHours
                ? setting(request, at, Instruments.CYCLE_HOURS, String.join(",", hours))
                : at.failed(Result.WRONG_CONDITIONS);
    }

    /** 3015: retains a sample and says in which bottle. */
    static Execution retain(Request request, Circumstances at) {
        return at.said("DataTime=" + at.time().second(at.shown()) + ";VaseNo=1");
    }

    /** 3016. */
    static Execution setCycle(Request request, Circumstances at) {
        Optional<String> start =
                request.value("CstartTime").filter(text -> text.matches("([01]\\d|2[0-3])[0-5]\\d[0-5]\\d"));
        Optional<String> hours = request.value("CTime")
                .or(() -> request.value("Ctime"))
                .filter(text -> text.matches("[1-9]|1\\d|2[0-4]"));
        if (start.isEmpty() || hours.isEmpty()) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        return ofSubject(
                request,
                at,
                (subject, instruments) -> at.done(at.state()
                        .withInstruments(instruments
                                .with(subject, Instruments.CYCLE_START, start.get())
                                .with(subject, Instruments.CYCLE_HOURS, hours.get()))));
    }

    /** 3017. */
    static Execution cycle(Request request, Circumstances at) {
        return ofSubject(
                request,
                at,
                (subject, instruments) -> at.said("PolId=" + subject
                        + item(instruments, subject, Instruments.CYCLE_START)
                        + item(instruments, subject, Instruments.CYCLE_HOURS)));
    }

    /** 3018. */
    static Execution resultDelay(Request request, Circumstances at) {
        return ofSubject(
                request,
                at,
                (subject, instruments) ->
                        at.said("PolId=" + subject + item(instruments, subject, Instruments.RESULT_DELAY)));
    }

    /** 3019: 24 hexadecimal characters, made of the logger's MN and the factor. */
    static Execution serialNumber(Request request, Circumstances at) {
        return ofSubject(request, at, (subject, instruments) -> {
            int first = at.state().identity().mn().value().hashCode();
            String number = String.format(Locale.ROOT, "010000A9%08X%08X", first, subject.hashCode());
            return at.said("PolId=" + subject + ";" + subject + "-SN=" + number);
        });
    }

    /** 3020: lines of a log, or states and parameters; without {@code PolId} the logger's own. */
    static Execution information(Request request, Circumstances at) {
        List<String> codes = request.values("InfoId");
        Optional<String> subject = subjectOrLogger(request, at);
        if (codes.isEmpty() || subject.isEmpty()) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        if (codes.equals(List.of(LOG_OF_ANALYSER)) || codes.equals(List.of(LOG_OF_LOGGER))) {
            return log(request, at, subject.get(), codes.get(0));
        }
        StringBuilder content = new StringBuilder("DataTime=").append(at.time().second(at.shown()));
        content.append(subject.get().isEmpty() ? "" : ";PolId=" + subject.get());
        for (String code : codes) {
            Optional<String> value = at.state().instruments().value(subject.get(), code);
            if (!code.matches(INFO_CODE) || value.isEmpty()) {
                return at.failed(Result.WRONG_CONDITIONS);
            }
            content.append(';').append(code).append("-Info=").append(value.get());
        }
        return at.said(content.toString());
    }

    /** 3021. */
    static Execution setInformation(Request request, Circumstances at) {
        Optional<String> code = request.value("InfoId").filter(text -> text.matches(INFO_CODE));
        Optional<String> value = code.flatMap(text -> request.value(text + "-Info"));
        Optional<String> subject = subjectOrLogger(request, at);
        if (value.isEmpty() || subject.isEmpty() || value.get().length() > LONGEST_TEXT) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        LoggerState set =
                at.state().withInstruments(at.state().instruments().with(subject.get(), code.get(), value.get()));
        return at.done(set.noting(at.shown(), subject.get(), "参数设置"));
    }

    /** 3022. */
    static Execution retainNow(Request request, Circumstances at) {
        return worked(request, at, "即时留样");
    }

    /** 3024: the outcome comes as an upload (2062) behind the 9012. */
    static Execution checkStandard(Request request, Circumstances at) {
        Execution worked = worked(request, at, "标样核查");
        if (worked.result() != Result.DONE) {
            return worked;
        }
        Answer outcome = new Answer.Tell(new Report(Command.STANDARD_CHECK, at.shown()), false);
        return new Execution(worked.state(), List.of(), Result.DONE, List.of(outcome));
    }

    /** The factor that a request speaks of; empty if it names none, several, or one that the logger does not measure. */
    static Optional<String> subject(Request request, Circumstances at) {
        return request.value("PolId").filter(at.subjects()::contains);
    }

    private static Optional<String> subjectOrLogger(Request request, Circumstances at) {
        return request.values("PolId").isEmpty() ? Optional.of("") : subject(request, at);
    }

    private static Execution log(Request request, Circumstances at, String subject, String code) {
        Optional<Instant> begin = request.value("BeginTime").flatMap(at.time()::parse);
        Optional<Instant> end = request.value("EndTime").flatMap(at.time()::parse);
        if (begin.isEmpty() || end.isEmpty() || subject.isEmpty() != code.equals(LOG_OF_LOGGER)) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        List<Entry> entries = at.state().log().between(subject, begin.get(), end.get());
        if (entries.isEmpty()) {
            return at.failed(Result.NO_DATA);
        }
        List<Answer> lines = new ArrayList<>();
        for (Entry entry : entries) {
            String number = at.time().millisecond(at.shown().plusMillis(lines.size() + 1L));
            String content = "DataTime=" + at.time().second(entry.at())
                    + (subject.isEmpty() ? "" : ";PolId=" + subject)
                    + ";" + code + "-Info=//" + entry.text() + "//";
            lines.add(new Answer.Say(at.writer().own(number, content), true));
        }
        return at.told(at.state(), lines);
    }

    private static Execution worked(Request request, Circumstances at, String text) {
        return ofSubject(
                request, at, (subject, instruments) -> at.done(at.state().noting(at.shown(), subject, text)));
    }

    private static Execution setting(Request request, Circumstances at, String code, String value) {
        return ofSubject(
                request,
                at,
                (subject, instruments) -> at.done(at.state().withInstruments(instruments.with(subject, code, value))));
    }

    private static Execution ofSubject(
            Request request, Circumstances at, BiFunction<String, Instruments, Execution> work) {
        return subject(request, at)
                .map(subject -> work.apply(subject, at.state().instruments()))
                .orElseGet(() -> at.failed(Result.WRONG_CONDITIONS));
    }

    private static String item(Instruments instruments, String subject, String code) {
        return ";" + code + "=" + instruments.value(subject, code).orElse("");
    }
}
