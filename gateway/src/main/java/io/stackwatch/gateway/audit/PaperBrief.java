package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.MonthState;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.MonthVersion;
import io.stackwatch.gateway.records.NationalRateRow;
import java.util.List;

/**
 * What papers are made of.
 *
 * @param city the figures of the version, as they are stored
 * @param version which version, who made it, when and why
 * @param state how far the month had come when this version was made
 * @param national rates of the national centre that were entered until the version's cut-off
 */
public record PaperBrief(CityMonth city, MonthVersion version, MonthState state, List<NationalRateRow> national) {

    public PaperBrief {
        national = List.copyOf(national);
    }

    /** SHA-256 of the canonical text of the figures. */
    public String figuresSha256() {
        String digest = version.digests().get(city.variant());
        if (digest == null) {
            throw new IllegalStateException("version " + version.number() + " has no " + city.variant());
        }
        return digest;
    }

    /** The beginning of the names of the papers, such as {@code 2026-11-v3-final}. */
    public String stem() {
        return version.month() + "-v" + version.number() + (city.variant() == Variant.FINAL ? "-final" : "-real-time");
    }
}
