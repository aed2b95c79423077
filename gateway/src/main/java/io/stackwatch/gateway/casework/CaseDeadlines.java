package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.enforcement.CaseClock;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.RunningPeriod;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.CaseDeadlineRow;
import io.stackwatch.gateway.records.CaseDeadlineRow.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The deadlines of a file as rows, made of its acts; what was told of one stays told as long as its last day stays. */
final class CaseDeadlines {

    private final CaseTerms terms;

    CaseDeadlines(CaseTerms terms) {
        this.terms = terms;
    }

    /** Which strand's, and which of its deadlines. */
    private record Key(Strand strand, int number) {}

    /** Brings the rows of a file up to its acts; answers all of them. */
    List<CaseDeadlineRow> bring(Handle handle, CaseFile file) {
        Map<Key, CaseDeadlineRow> known = new HashMap<>();
        CaseDeadlineRecords.of(handle, file.id()).forEach(row -> known.put(new Key(row.strand(), row.number()), row));
        List<CaseDeadlineRow> rows = new ArrayList<>();
        for (CaseDeadlineRow made : of(file)) {
            CaseDeadlineRow before = known.get(new Key(made.strand(), made.number()));
            CaseDeadlineRow row = before == null ? made : made.toldLike(before);
            if (!row.equals(before)) {
                CaseDeadlineRecords.save(handle, row);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The deadlines that the acts of a file make. */
    List<CaseDeadlineRow> of(CaseFile file) {
        CaseClock clock = new CaseClock(terms);
        List<CaseDeadlineRow> rows = new ArrayList<>();
        for (Strand strand : file.strands().keySet()) {
            int number = 0;
            for (RunningPeriod running : clock.periods(file, strand)) {
                rows.add(row(file, running, ++number));
            }
        }
        return rows;
    }

    private CaseDeadlineRow row(CaseFile file, RunningPeriod running, int number) {
        Period period = terms.periods().at(running.period(), running.begun());
        Optional<LocalDate> last = running.end()
                .match(
                        ends -> Optional.of(ends.calculation().last()),
                        halted -> Optional.empty(),
                        notCounted -> Optional.empty());
        Optional<Instant> warnAt = running.end()
                .match(
                        ends -> Optional.of(start(ends.calculation().warnOn())),
                        halted -> Optional.empty(),
                        notCounted -> Optional.empty());
        Standing standing = running.over().isPresent()
                ? Standing.OVER
                : running.end()
                        .match(ends -> Standing.RUNNING, halted -> Standing.HALTED, notCounted -> Standing.NOT_COUNTED);
        List<String> words = running.end()
                .match(
                        ends -> ends.calculation().lines(),
                        halted -> List.of("halted by " + halted.since().cause() + " since "
                                + halted.since().first()),
                        notCounted -> List.of(notCounted.why()));
        return new CaseDeadlineRow(
                file.id(),
                running.strand(),
                number,
                file.subject().region(),
                running.period(),
                period.owner(),
                period.passed(),
                running.begun(),
                standing,
                last,
                running.over(),
                warnAt,
                last.map(day -> start(day.plusDays(1))),
                Optional.empty(),
                Optional.empty(),
                words);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toInstant();
    }
}
