package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.EmissionTotal;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.CaptureRate;
import io.stackwatch.core.quality.Sufficiency;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was let out over a period.
 *
 * @param scope whose
 * @param period when
 * @param asOf up to when hours were looked at: as far as the records have come
 * @param sums one for each factor, in order of the factors
 */
public record EmissionFile(EmissionScope scope, EmissionPeriod period, Instant asOf, List<Sum> sums) {

    public EmissionFile {
        sums = List.copyOf(sums);
    }

    /**
     * All outlets together.
     *
     * @param total of the whole period
     * @param parts of its days or months, if they were asked for
     * @param lines of each outlet, by id
     */
    public record Sum(FactorCode factor, EmissionTotal total, List<Part> parts, List<Line> lines) {

        public Sum {
            parts = List.copyOf(parts);
            lines = List.copyOf(lines);
        }
    }

    /** A day or month of the period. */
    public record Part(EmissionPeriod period, EmissionTotal total) {}

    /**
     * One outlet.
     *
     * @param capture capture rates of the quarters that the period touches, as far as they have come
     * @param sufficiency of a day or a month, whether enough of it was measured
     */
    public record Line(
            OutletId outlet, EmissionTotal total, List<CaptureRate.Answer> capture, Optional<Sufficiency> sufficiency) {

        public Line {
            capture = List.copyOf(capture);
        }
    }
}
