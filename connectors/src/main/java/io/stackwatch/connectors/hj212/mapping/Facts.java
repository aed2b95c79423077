package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.core.measurement.FactorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What of one frame is a fact. */
final class Facts {

    static final String DATA_TIME = "DataTime";

    private static final String SUBJECT = "PolId";
    private static final String ALARM_TIME = "AlarmTime";
    private static final String ALARM_TYPE = "AlarmType";
    private static final int RAW_DATA = 2013;
    private static final int STANDARD_CHECK = 2062;

    private final SegmentReader reader;
    private final Flags flags;
    private final Leftovers leftovers;
    private final List<Fact> found = new ArrayList<>();
    private Optional<String> subject = Optional.empty();
    private Optional<String> alarmTime = Optional.empty();

    Facts(SegmentReader reader, Flags flags, Leftovers leftovers) {
        this.reader = reader;
        this.flags = flags;
        this.leftovers = leftovers;
    }

    List<Fact> found() {
        return found;
    }

    /** Takes every item of a command without figures. */
    void read(int command) {
        Map<String, Map<String, String>> byCode = new LinkedHashMap<>();
        for (int i = 0; i < reader.items(); i++) {
            if (Flags.isFlag(reader, i)) {
                continue;
            }
            boolean grouped = (command == RAW_DATA || command == STANDARD_CHECK)
                    && !reader.suffix(i).isEmpty()
                    && isCode(reader.code(i));
            if (grouped) {
                group(i, byCode);
            } else if (!take(i)) {
                leftovers.leave(i, Unmapped.Reason.UNKNOWN_SUFFIX);
            }
        }
        byCode.forEach((code, figures) -> found.add(
                command == RAW_DATA ? new Fact.PeriodicSample(code, figures, flags.of(code)) : check(code, figures)));
    }

    /** Takes the item if it is a fact; says whether it did. */
    boolean take(int i) {
        String suffix = reader.suffix(i);
        if (suffix.isEmpty()) {
            return plain(i);
        }
        String code = reader.code(i);
        String text = reader.text(i);
        if (suffix.startsWith("Raw")) {
            return add(new Fact.FactorNote(code, suffix, text));
        }
        return switch (suffix.toLowerCase(Locale.ROOT)) {
            case "rs" -> add(new Fact.Facility(code, Fact.Facility.Aspect.STATE, text));
            case "rt" -> add(new Fact.Facility(code, Fact.Facility.Aspect.RUN_TIME, text));
            case "sn" -> add(new Fact.DeviceInfo(Fact.DeviceInfo.Aspect.IDENTITY, code, subject, text));
            case "info" -> add(new Fact.DeviceInfo(Fact.DeviceInfo.Aspect.INFORMATION, code, subject, text));
            case "sampletime", "eflag" -> add(new Fact.FactorNote(code, suffix, text));
            case "data" -> add(new Fact.Noise(code, Fact.Noise.Part.WHOLE, text));
            case "daydata" -> add(new Fact.Noise(code, Fact.Noise.Part.DAY, text));
            case "nightdata" -> add(new Fact.Noise(code, Fact.Noise.Part.NIGHT, text));
            case "lowvalue", "upvalue" -> add(new Fact.Parameter(reader.name(i), subject, text));
            case "ala" -> add(new Fact.ReportedAlarm(code, text, alarmTime, Optional.empty()));
            default -> false;
        };
    }

    /** Takes a word under a key production condition. */
    void condition(int i) {
        add(new Fact.WorkingCondition(reader.code(i), reader.text(i), flags.of(reader.code(i))));
    }

    private boolean plain(int i) {
        String name = reader.name(i);
        String text = reader.text(i);
        if (name.equals(DATA_TIME)) {
            return true;
        }
        if (!isCode(name)) {
            return false;
        }
        if (name.equals(ALARM_TYPE) && typesTheLastAlarm(text)) {
            return true;
        }
        if (name.equals(ALARM_TIME)) {
            alarmTime = Optional.of(text);
        }
        if (name.equals(SUBJECT)) {
            subject = Optional.of(text);
        }
        return add(new Fact.Parameter(name, subject, text));
    }

    /** {@code AlarmType} stands behind the value that it speaks of. */
    private boolean typesTheLastAlarm(String type) {
        int last = found.size() - 1;
        if (last >= 0
                && found.get(last) instanceof Fact.ReportedAlarm alarm
                && alarm.type().isEmpty()) {
            found.set(last, new Fact.ReportedAlarm(alarm.code(), alarm.text(), alarm.time(), Optional.of(type)));
            return true;
        }
        return false;
    }

    private void group(int i, Map<String, Map<String, String>> byCode) {
        Map<String, String> figures = byCode.computeIfAbsent(reader.code(i), code -> new LinkedHashMap<>());
        if (figures.putIfAbsent(reader.suffix(i), reader.text(i)) != null) {
            leftovers.leave(i, Unmapped.Reason.REPEATED);
        }
    }

    private Fact check(String code, Map<String, String> figures) {
        Optional<String> reading =
                Optional.ofNullable(figures.remove("SampleRd")).or(() -> Optional.ofNullable(figures.remove("Check")));
        Optional<String> standard = Optional.ofNullable(figures.remove("StandardValue"));
        Optional<String> result = Optional.ofNullable(figures.remove("ResultType"));
        figures.forEach((suffix, text) -> add(new Fact.FactorNote(code, suffix, text)));
        return new Fact.StandardCheck(code, reading, standard, result, flags.of(code));
    }

    private boolean add(Fact fact) {
        found.add(fact);
        return true;
    }

    private static boolean isCode(String name) {
        return !name.isEmpty() && name.length() <= FactorCode.MAX_LENGTH;
    }
}
