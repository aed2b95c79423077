package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.FactorMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.RateBand;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The figures for machines, one table for each level, in the order of the count. Names of columns are fixed; new ones are
 * added on the right.
 */
final class FigureTables {

    private static final String[] FIGURES = {
        "due",
        "received",
        "must_be_valid",
        "valid",
        "stopped",
        "exempt",
        "own_outage",
        "standard_check",
        "transmission_percent",
        "validity_percent",
        "effective_percent",
        "band"
    };

    /** A level of the figures; their order is that in which the digest of the figures takes them. */
    enum Level {
        CITY("city"),
        COUNTY("counties"),
        ENTERPRISE("enterprises"),
        OUTLET("outlets"),
        FACTOR("factors");

        private final String fileName;

        Level(String fileName) {
            this.fileName = fileName;
        }

        String fileName() {
            return fileName;
        }
    }

    private final CityMonth city;

    FigureTables(CityMonth city) {
        this.city = city;
    }

    /** Writes the table of a level; the target stays open. */
    void write(Level level, OutputStream target) throws IOException {
        CsvLines lines = new CsvLines(target);
        switch (level) {
            case CITY -> city(lines);
            case COUNTY -> counties(lines);
            case ENTERPRISE -> enterprises(lines);
            case OUTLET -> outlets(lines);
            case FACTOR -> factors(lines);
        }
        lines.flush();
    }

    private void city(CsvLines lines) throws IOException {
        lines.cells("month", "variant", "cutoff", "required", "far_below")
                .cells(FIGURES)
                .endLine();
        lines.cells(
                city.month().toString(),
                city.variant().name(),
                city.cutoff().toString(),
                city.required().stripTrailingZeros().toPlainString(),
                city.farBelow().stripTrailingZeros().toPlainString());
        figures(lines, city.line());
    }

    private void counties(CsvLines lines) throws IOException {
        lines.cells(
                        "county",
                        "former_codes",
                        "name",
                        "rated_enterprises",
                        "passing_enterprises",
                        "mean_of_enterprises_percent")
                .cells(FIGURES)
                .endLine();
        for (County county : city.counties()) {
            lines.cells(county.code().value(), formerCodes(county), county.name())
                    .cell(county.rated())
                    .cell(county.passing())
                    .cell(mean(county)
                            .map(text -> text.percent().toPlainString())
                            .orElse(""));
            figures(lines, county.line());
        }
    }

    private void enterprises(CsvLines lines) throws IOException {
        lines.cells("county", "enterprise", "name").cells(FIGURES).endLine();
        for (County county : city.counties()) {
            for (EnterpriseMonth enterprise : county.enterprises()) {
                lines.cells(county.code().value(), enterprise.id().value(), enterprise.name());
                figures(lines, enterprise.line());
            }
        }
    }

    private void outlets(CsvLines lines) throws IOException {
        lines.cells("county", "enterprise", "outlet", "name").cells(FIGURES).endLine();
        for (County county : city.counties()) {
            for (EnterpriseMonth enterprise : county.enterprises()) {
                for (OutletMonth outlet : enterprise.outlets()) {
                    lines.cells(
                            county.code().value(),
                            enterprise.id().value(),
                            outlet.id().value(),
                            outlet.name());
                    figures(lines, outlet.line());
                }
            }
        }
    }

    private void factors(CsvLines lines) throws IOException {
        lines.cells("county", "enterprise", "outlet", "factor").cells(FIGURES).endLine();
        for (County county : city.counties()) {
            for (EnterpriseMonth enterprise : county.enterprises()) {
                for (OutletMonth outlet : enterprise.outlets()) {
                    for (FactorMonth factor : outlet.factors()) {
                        lines.cells(
                                county.code().value(),
                                enterprise.id().value(),
                                outlet.id().value(),
                                factor.factor().value());
                        figures(lines, factor.line());
                    }
                }
            }
        }
    }

    private void figures(CsvLines lines, MonthLine line) throws IOException {
        lines.cell(line.counts().due())
                .cell(line.counts().received())
                .cell(line.counts().mustBeValid())
                .cell(line.counts().valid())
                .cell(line.excluded().stopped())
                .cell(line.excluded().exempt())
                .cell(line.excluded().ownOutage())
                .cell(line.excluded().standardCheck())
                .cell(percent(line.counts().transmission()))
                .cell(percent(line.counts().validity()))
                .cell(percent(line.counts().effective()))
                .cell(band(line).name())
                .endLine();
    }

    private String percent(Optional<Rate> rate) {
        return RateText.of(rate, city.required(), city.farBelow())
                .map(text -> text.percent().toPlainString())
                .orElse("");
    }

    private RateBand band(MonthLine line) {
        return RateBand.of(line.counts().effective(), city.required(), city.farBelow());
    }

    private Optional<RateText> mean(County county) {
        return county.meanOfEnterprises().map(mean -> RateText.ofShare(mean, city.required(), city.farBelow()));
    }

    private static String formerCodes(County county) {
        return county.formerCodes().stream().map(code -> code.value()).collect(Collectors.joining(" "));
    }
}
