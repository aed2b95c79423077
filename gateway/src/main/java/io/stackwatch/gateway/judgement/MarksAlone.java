package io.stackwatch.gateway.judgement;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.mapping.Mapped;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Marks that stand without a figure in a frame that we made: too little of the minute or hour could be used, and this is why. For one
 * thread.
 */
final class MarksAlone {

    private static final String FLAG = "Flag";
    private static final int MINUTES = 2051;
    private static final int HOURS = 2061;

    private final SegmentReader reader = new SegmentReader(CodecLimits.defaults());

    /** A mark of a minute or hour that has no figure. */
    record Mark(FactorCode factor, Span span, Instant start, DataFlag flag) {}

    List<Mark> of(Frame frame, Mapped mapped) {
        Optional<Instant> start = mapped.dataTime();
        if (start.isEmpty() || (mapped.command() != MINUTES && mapped.command() != HOURS)) {
            return List.of();
        }
        Set<String> withFigures = new HashSet<>();
        mapped.readings().forEach(reading -> withFigures.add(reading.factor().value()));
        Span span = mapped.command() == HOURS ? Span.HOUR : Span.MINUTE;
        List<Mark> marks = new ArrayList<>();
        reader.read(frame);
        for (int i = 0; i < reader.items(); i++) {
            String code = reader.code(i);
            if (reader.suffix(i).equals(FLAG) && !withFigures.contains(code)) {
                marks.add(new Mark(new FactorCode(code), span, start.get(), new DataFlag(reader.text(i))));
            }
        }
        return marks;
    }
}
