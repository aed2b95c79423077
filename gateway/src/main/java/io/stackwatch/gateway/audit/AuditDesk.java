package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.CountyCoverage;
import io.stackwatch.core.supervision.FigureHead;
import io.stackwatch.core.supervision.ListingAnswer;
import io.stackwatch.core.supervision.MonthDiff;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.supervision.NationalRate;
import io.stackwatch.core.supervision.Reconciled;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.FigureQuery;
import io.stackwatch.gateway.records.NumberedLine;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked about months, coverage and proposals, and the officers' acts on them.
 *
 * <p>Every method may block on the store and is called from worker threads only; several at a time. Months without anything kept, and
 * versions that are not there, are empty answers.
 */
public interface AuditDesk {

    /** Months that are or were closed, newest first. */
    List<MonthFile> months();

    /** One month. */
    Optional<MonthFile> month(YearMonth month);

    /** The figures of a version, all lines. */
    Optional<MonthFigures> figures(YearMonth month, int version, Variant variant);

    /** What a version was counted with. */
    Optional<FigureHead> head(YearMonth month, int version, Variant variant);

    /** Lines of a version, in their order. */
    List<NumberedLine> lines(FigureQuery wanted);

    /** What is different between two versions. */
    Optional<MonthDiff> diff(YearMonth month, int before, int after, Variant variant);

    /** Counts a frozen month again because an officer wants it. */
    Recomputation recompute(YearMonth month, Act act);

    /** Who must be on line and who is, by county. */
    List<CountyCoverage> coverage();

    /** Which counties should be listed by a version of the final figures, and which not, and why. */
    Optional<List<ListingAnswer>> listing(YearMonth month, int version);

    /** Keeps rates that the national centre computed; all or none. The first outlet that is not registered is answered. */
    Optional<String> enter(List<NationalRate> rates, String document, Act act);

    /** The national centre's rates beside those of a version. */
    List<Reconciled> reconciled(YearMonth month, int version, Variant variant);

    /** The papers of a version; made if they are not there. */
    Optional<List<PaperFile>> papers(YearMonth month, int version, Variant variant) throws IOException;

    /** One paper of a version; empty if there is no such version or paper. */
    Optional<PaperOnShelf> paper(YearMonth month, int version, Variant variant, String name) throws IOException;

    /** A desk without months. */
    static AuditDesk none() {
        return new NoAudit();
    }
}
