package io.stackwatch.gateway.circular;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.circular.bytes.SealedFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What each factor's figures are made of, for machines: how many hours count as what and why, with the first and the last of
 * them. The lines of a factor add up to its figures, those of VALID are its valid hours.
 */
final class ExplanationTable implements OutletHours.Reader, Closeable {

    private final SealedFile file;
    private final CsvLines lines;

    private record Kind(OutletId outlet, FactorCode factor, String standing, String reason) {}

    private record Share(long hours, Instant first, Instant last, OptionalLong firstSequence) {

        static Share of(HourLine line) {
            OptionalLong sequence = line.report().isPresent()
                    ? OptionalLong.of(line.report().get().sequence())
                    : OptionalLong.empty();
            return new Share(1, line.hour().start(), line.hour().start(), sequence);
        }

        Share plus(Share later) {
            return new Share(
                    hours + later.hours,
                    first,
                    later.last,
                    firstSequence.isPresent() ? firstSequence : later.firstSequence);
        }
    }

    ExplanationTable(Path folder, String name) throws IOException {
        this.file = new SealedFile(folder, name);
        this.lines = new CsvLines(file);
        lines.cells("outlet", "factor", "standing", "reason", "hours", "first_hour", "last_hour")
                .cell("first_journal_sequence")
                .endLine();
    }

    @Override
    public void read(OutletHours hours) throws IOException {
        Map<Kind, Share> shares = new LinkedHashMap<>();
        for (HourLine line : hours.lines()) {
            Kind kind = new Kind(
                    line.hour().outlet(),
                    line.hour().factor(),
                    HourTable.standing(line.standing()),
                    HourTable.reason(line.standing()));
            shares.merge(kind, Share.of(line), Share::plus);
        }
        for (Map.Entry<Kind, Share> entry : shares.entrySet()) {
            Kind kind = entry.getKey();
            Share share = entry.getValue();
            lines.cells(kind.outlet().value(), kind.factor().value(), kind.standing(), kind.reason())
                    .cell(share.hours())
                    .cell(time(share.first()))
                    .cell(time(share.last()))
                    .cell(
                            share.firstSequence().isPresent()
                                    ? Long.toString(share.firstSequence().getAsLong())
                                    : "")
                    .endLine();
        }
    }

    SealedFile.Seal seal() throws IOException {
        lines.flush();
        return file.seal();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static String time(Instant hour) {
        return hour.atZone(LegalTime.ZONE).toOffsetDateTime().toString();
    }
}
