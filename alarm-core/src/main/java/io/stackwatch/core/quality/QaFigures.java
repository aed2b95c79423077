package io.stackwatch.core.quality;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a check found, as it was recorded: a deviation in percent, in a unit, or both. Either may be below zero.
 *
 * @param percent deviation in percent of {@code basis}
 * @param basis what the percentage is a part of; present exactly if there is one
 * @param absolute deviation in the unit of the limit's row: m/s, degC; or the response time in s
 */
public record QaFigures(Optional<BigDecimal> percent, Optional<QaBasis> basis, Optional<BigDecimal> absolute) {

    /** Nothing was written down but the result. */
    public static final QaFigures NONE = new QaFigures(Optional.empty(), Optional.empty(), Optional.empty());

    public QaFigures {
        if (percent.isPresent() != basis.isPresent()) {
            throw new IllegalArgumentException("a percentage needs what it is a part of, and only it: " + basis);
        }
        percent = percent.map(QaFigures::canonical);
        absolute = absolute.map(QaFigures::canonical);
    }

    private static BigDecimal canonical(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    /** A percentage alone. */
    public static QaFigures percent(String percent, QaBasis basis) {
        return new QaFigures(Optional.of(new BigDecimal(percent)), Optional.of(basis), Optional.empty());
    }

    /** A figure in a unit alone. */
    public static QaFigures absolute(String absolute) {
        return new QaFigures(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(absolute)));
    }

    /** With a figure in a unit beside. */
    public QaFigures or(String absoluteFigure) {
        return new QaFigures(percent, basis, Optional.of(new BigDecimal(absoluteFigure)));
    }
}
