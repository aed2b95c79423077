package io.stackwatch.gateway.circular;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.transmission.Standing;
import io.stackwatch.gateway.circular.HourLine.Report;
import io.stackwatch.gateway.circular.bytes.SealedFile;
import io.stackwatch.gateway.circular.bytes.StableGzip;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Every hour for machines, packed: a month of ten thousand outlets is ten gigabytes of text. Times carry their offset. */
final class HourTable implements OutletHours.Reader, Closeable {

    private final SealedFile file;
    private final StableGzip packed;
    private final CsvLines lines;
    private Instant shownHour = Instant.MIN;
    private String shown = "";

    HourTable(Path folder, String name) throws IOException {
        this.file = new SealedFile(folder, name);
        this.packed = new StableGzip(file);
        this.lines = new CsvLines(packed);
        lines.cells("outlet", "factor", "hour", "standing", "reason", "detail", "decided_by", "value", "flag")
                .cells("report_version", "journal_sequence")
                .endLine();
    }

    @Override
    public void read(OutletHours hours) throws IOException {
        for (HourLine line : hours.lines()) {
            write(line);
        }
    }

    SealedFile.Seal seal() throws IOException {
        lines.flush();
        packed.close();
        return file.seal();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The word for an hour's standing; fixed, as machines read it. */
    static String standing(Standing standing) {
        return standing.match(notDue -> "NOT_DUE", missing -> "MISSING", notValid -> "NOT_VALID", valid -> "VALID");
    }

    /** The word for the reason; empty for a valid hour. */
    static String reason(Standing standing) {
        return standing.match(
                notDue -> notDue.reason().name(),
                missing -> missing.late() ? "LATE" : "NEVER",
                notValid -> notValid.reason().name(),
                valid -> "");
    }

    private void write(HourLine line) throws IOException {
        Standing standing = line.standing();
        lines.cell(line.hour().outlet().value())
                .cell(line.hour().factor().value())
                .cell(time(line.hour().start()))
                .cell(standing(standing))
                .cell(reason(standing))
                .cell(standing.match(notDue -> "", missing -> "", notValid -> notValid.detail(), valid -> ""))
                .cell(HourSheets.decidedBy(standing));
        Optional<Report> report = line.report();
        if (report.isPresent()) {
            lines.cell(report.get().value().orElse(""))
                    .cell(report.get().flag().map(flag -> flag.letters()).orElse(""))
                    .cell(report.get().version())
                    .cell(report.get().sequence());
        } else {
            lines.cells("", "", "", "");
        }
        lines.endLine();
    }

    private String time(Instant hour) {
        if (!hour.equals(shownHour)) {
            shownHour = hour;
            shown = hour.atZone(LegalTime.ZONE).toOffsetDateTime().toString();
        }
        return shown;
    }
}
