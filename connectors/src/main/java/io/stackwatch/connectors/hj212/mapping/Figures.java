package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One walk over the items of one frame whose command carries figures. */
final class Figures {

    private static final String CONDITIONS = "45";

    private final SegmentReader reader;
    private final StationProfile profile;
    private final FactorTable table;
    private final Flags flags;
    private final Facts facts;
    private final Leftovers leftovers;
    private final List<Reading> readings = new ArrayList<>();
    private final Set<Figure> seen = new HashSet<>();

    Figures(
            SegmentReader reader,
            StationProfile profile,
            FactorTable table,
            Flags flags,
            Facts facts,
            Leftovers leftovers) {
        this.reader = reader;
        this.profile = profile;
        this.table = table;
        this.flags = flags;
        this.facts = facts;
        this.leftovers = leftovers;
    }

    List<Reading> read(Span span, Optional<Instant> start) {
        for (int i = 0; i < reader.items(); i++) {
            if (!Flags.isFlag(reader, i) && !facts.take(i)) {
                figure(i, span, start);
            }
        }
        return readings;
    }

    private void figure(int i, Span span, Optional<Instant> start) {
        String code = reader.code(i);
        if (code.isEmpty() || code.length() > FactorCode.MAX_LENGTH) {
            leftovers.leave(i, Unmapped.Reason.MALFORMED_NAME);
            return;
        }
        Optional<Statistic> statistic = Statistic.ofSuffix(reader.suffix(i));
        if (statistic.isPresent() && isCondition(i)) {
            facts.condition(i);
            return;
        }
        Optional<Factor> factor = table.find(code);
        if (factor.isEmpty()) {
            leftovers.leave(i, Unmapped.Reason.UNKNOWN_CODE);
        } else if (statistic.isEmpty()) {
            leftovers.leave(i, Unmapped.Reason.UNKNOWN_SUFFIX);
        } else {
            value(i, factor.get(), statistic.get(), span, start);
        }
    }

    /** A word under the system code of key production conditions, whatever its code: their list was not seen. */
    private boolean isCondition(int i) {
        return reader.is(HeaderField.ST, CONDITIONS)
                && !reader.isNumber(i)
                && !reader.text(i).isEmpty();
    }

    private void value(int i, Factor row, Statistic statistic, Span span, Optional<Instant> start) {
        FactorCode factor = table.codeOf(row, reader.code(i));
        String text = reader.text(i);
        if (start.isEmpty()) {
            leftovers.leave(i, Unmapped.Reason.NO_DATA_TIME);
        } else if (text.isEmpty()) {
            leftovers.leave(i, Unmapped.Reason.NO_VALUE);
        } else if (!reader.isNumber(i)) {
            leftovers.leave(i, Unmapped.Reason.NOT_A_NUMBER);
        } else if (!seen.add(new Figure(factor, statistic))) {
            leftovers.leave(i, Unmapped.Reason.REPEATED);
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
                    flags.of(reader.code(i))));
        }
    }

    private Unit unit(Factor row, FactorCode factor, Statistic statistic) {
        return statistic == Statistic.COU
                ? row.amountUnit().orElse(Unit.NONE)
                : profile.unit(factor).orElse(row.unit());
    }

    private record Figure(FactorCode factor, Statistic statistic) {}
}
