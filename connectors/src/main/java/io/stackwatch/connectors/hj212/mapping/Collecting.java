package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One walk over the items of one frame. */
final class Collecting {

    static final String DATA_TIME = "DataTime";

    private static final String SUBJECT = "PolId";
    private static final String CONDITIONS = "45";

    private final SegmentReader reader;
    private final StationProfile profile;
    private final FactorTable table;
    private final List<Reading> readings = new ArrayList<>();
    private final List<OtherItem> others = new ArrayList<>();
    private final List<Unmapped> unmapped = new ArrayList<>();
    private final Map<String, DataFlag> flags = new HashMap<>();
    private final Set<Figure> seen = new HashSet<>();
    private Optional<String> subject = Optional.empty();

    Collecting(SegmentReader reader, StationProfile profile, FactorTable table) {
        this.reader = reader;
        this.profile = profile;
        this.table = table;
    }

    Mapped mapped(int command, boolean backfilled, Optional<Instant> dataTime) {
        return new Mapped(command, backfilled, dataTime, readings, others, unmapped);
    }

    /** A command with figures: flags first, because a factor's flag may stand behind its values. */
    void figures(Span span, Optional<Instant> start) {
        for (int i = 0; i < reader.items(); i++) {
            if (isFlag(i)) {
                flag(i);
            }
        }
        for (int i = 0; i < reader.items(); i++) {
            if (!isFlag(i) && !other(i)) {
                figure(i, span, start);
            }
        }
    }

    /** A command that reports states, or one that we do not understand yet. */
    void statesOnly(boolean understood) {
        for (int i = 0; i < reader.items(); i++) {
            if (!understood) {
                leave(i, Unmapped.Reason.NOT_A_DATA_COMMAND);
            } else if (!other(i)) {
                leave(i, Unmapped.Reason.UNKNOWN_SUFFIX);
            }
        }
    }

    private boolean isFlag(int i) {
        return reader.suffix(i).equalsIgnoreCase("Flag");
    }

    private void flag(int i) {
        String letters = reader.text(i);
        if (letters.isEmpty()) {
            leave(i, Unmapped.Reason.NO_VALUE);
            return;
        }
        if (letters.length() > DataFlag.MAX_LENGTH) {
            // the figure must not look unmarked because its mark is strange
            leave(i, Unmapped.Reason.FLAG_TOO_LONG);
            letters = letters.substring(0, DataFlag.MAX_LENGTH);
        }
        flags.putIfAbsent(reader.code(i), letters.equals("N") ? DataFlag.NORMAL : new DataFlag(letters));
    }

    /** Whether the item is understood as something that is no figure. */
    private boolean other(int i) {
        String suffix = reader.suffix(i);
        if (suffix.isEmpty()) {
            return plain(i);
        }
        Optional<OtherItem.Kind> kind = kind(suffix);
        kind.ifPresent(k -> others.add(new OtherItem(k, reader.code(i), subject, reader.text(i))));
        return kind.isPresent();
    }

    private boolean plain(int i) {
        String name = reader.name(i);
        if (name.equals(DATA_TIME)) {
            return true;
        }
        if (name.isEmpty() || name.length() > FactorCode.MAX_LENGTH) {
            return false;
        }
        if (name.equals(SUBJECT)) {
            subject = Optional.of(reader.text(i));
        }
        OtherItem.Kind kind = name.equals("RestartTime") ? OtherItem.Kind.RESTART_TIME : OtherItem.Kind.PARAMETER;
        others.add(new OtherItem(kind, name, subject, reader.text(i)));
        return true;
    }

    private static Optional<OtherItem.Kind> kind(String suffix) {
        if (suffix.startsWith("Raw")) {
            return Optional.of(OtherItem.Kind.RAW_VALUE);
        }
        return switch (suffix.toLowerCase(Locale.ROOT)) {
            case "rs" -> Optional.of(OtherItem.Kind.FACILITY_STATE);
            case "rt" -> Optional.of(OtherItem.Kind.FACILITY_RUN_TIME);
            case "sn" -> Optional.of(OtherItem.Kind.DEVICE_IDENTITY);
            case "info" -> Optional.of(OtherItem.Kind.DEVICE_INFORMATION);
            case "sampletime" -> Optional.of(OtherItem.Kind.SAMPLE_TIME);
            case "eflag" -> Optional.of(OtherItem.Kind.EXTENDED_FLAG);
            case "data", "daydata", "nightdata" -> Optional.of(OtherItem.Kind.NOISE);
            default -> Optional.empty();
        };
    }

    private void figure(int i, Span span, Optional<Instant> start) {
        String code = reader.code(i);
        if (code.isEmpty() || code.length() > FactorCode.MAX_LENGTH) {
            leave(i, Unmapped.Reason.MALFORMED_NAME);
            return;
        }
        Optional<Factor> factor = table.find(code);
        if (factor.isEmpty()) {
            leave(i, Unmapped.Reason.UNKNOWN_CODE);
            return;
        }
        Optional<Statistic> statistic = Statistic.ofSuffix(reader.suffix(i));
        if (statistic.isEmpty()) {
            leave(i, Unmapped.Reason.UNKNOWN_SUFFIX);
            return;
        }
        value(i, factor.get(), statistic.get(), span, start);
    }

    private void value(int i, Factor row, Statistic statistic, Span span, Optional<Instant> start) {
        FactorCode factor = table.codeOf(row, reader.code(i));
        String text = reader.text(i);
        if (start.isEmpty()) {
            leave(i, Unmapped.Reason.NO_DATA_TIME);
        } else if (text.isEmpty()) {
            leave(i, Unmapped.Reason.NO_VALUE);
        } else if (!reader.isNumber(i)) {
            if (reader.is(HeaderField.ST, CONDITIONS)) {
                others.add(new OtherItem(OtherItem.Kind.CONDITION, factor.value(), subject, text));
            } else {
                leave(i, Unmapped.Reason.NOT_A_NUMBER);
            }
        } else if (!seen.add(new Figure(factor, statistic))) {
            leave(i, Unmapped.Reason.REPEATED);
        } else {
            readings.add(new Reading(
                    profile.mn(),
                    factor,
                    span,
                    start.get(),
                    statistic,
                    text,
                    reader.number(i),
                    unit(row, factor, statistic),
                    Optional.ofNullable(flags.get(reader.code(i)))));
        }
    }

    private Unit unit(Factor row, FactorCode factor, Statistic statistic) {
        return statistic == Statistic.COU
                ? row.amountUnit().orElse(Unit.NONE)
                : profile.unit(factor).orElse(row.unit());
    }

    private void leave(int i, Unmapped.Reason reason) {
        unmapped.add(new Unmapped(reader.name(i), reader.text(i), reason));
    }

    private record Figure(FactorCode factor, Statistic statistic) {}
}
