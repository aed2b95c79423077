package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.gateway.records.CaseRecords;
import io.stackwatch.gateway.records.VerdictRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The hours that a file is about, as its acts have left them, in the version that its candidate cases were opened on. */
final class CaseHours {

    private CaseHours() {}

    /** With their verdicts, in order of time and factor. */
    static List<VerdictRow> of(Handle handle, CaseLedger.Open open) {
        return of(handle, open.file());
    }

    static List<VerdictRow> of(Handle handle, CaseFile file) {
        List<CaseHour> hours = named(handle, file);
        Map<CaseHour, VerdictRow> verdicts = new LinkedHashMap<>();
        Set<CaseId> candidates = hours.stream().map(CaseHour::candidate).collect(Collectors.toCollection(TreeSet::new));
        candidates.forEach(candidate ->
                CaseRecords.hours(handle, candidate).forEach(row -> verdicts.put(hour(candidate, row), row)));
        return hours.stream().filter(verdicts::containsKey).map(verdicts::get).toList();
    }

    /** Their names alone, in order. */
    static List<CaseHour> named(Handle handle, CaseFile file) {
        return file.hours(file.subject().match(violation -> opened(handle, violation), county -> List.<CaseHour>of()));
    }

    /** A part was opened on no candidate of its own: its hours came with the act that split it off. */
    private static List<CaseHour> opened(Handle handle, FileSubject.Violation violation) {
        return violation.part()
                ? List.of()
                : CaseRecords.hours(handle, violation.candidate()).stream()
                        .map(row -> hour(violation.candidate(), row))
                        .toList();
    }

    private static CaseHour hour(CaseId candidate, VerdictRow row) {
        return new CaseHour(candidate, row.hour().factor(), row.hour().start());
    }
}
