package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.Regrouping;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.gateway.casework.ActAnswer.NotKept;
import io.stackwatch.gateway.casework.ActAnswer.Reason;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.CaseFileRow;
import io.stackwatch.gateway.records.CaseObjectionRecords;
import io.stackwatch.gateway.records.HourObjection;
import io.stackwatch.gateway.records.HourObjectionRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.VerdictRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Objections of enterprises to hours of their cases, and the answers; each within the transaction that it is given. */
final class CaseObjections {

    private static final Set<Role> ANSWERERS = Set.of(Role.OFFICER, Role.REVIEWER, Role.HEAD);

    private final CaseOffice office;
    private final OwnActs own;

    CaseObjections(CaseOffice office, OwnActs own) {
        this.office = office;
        this.own = own;
    }

    ActAnswer object(Handle handle, CaseFileId file, Instant hour, Who by, Act act) {
        return own.own(handle, file, by, act, found -> {
            Optional<CaseFileId> elsewhere = mergedInto(found.file());
            if (elsewhere.isPresent()) {
                return new NotKept(Reason.UNKNOWN, "the case goes on in " + elsewhere.get());
            }
            List<FactorHour> hours = CaseHours.of(handle, found).stream()
                    .map(VerdictRow::hour)
                    .filter(one -> one.start().equals(hour))
                    .toList();
            if (hours.isEmpty()) {
                return new NotKept(Reason.UNKNOWN, "the case is not about an hour of " + hour);
            }
            long number = CaseObjectionRecords.add(handle, file, hour, act);
            HourObjectionRecords.add(handle, number, hours);
            return office.written(handle, found, by, "HOUR_OBJECTED", act, "objection=" + number + "\nhour=" + hour);
        });
    }

    private static Optional<CaseFileId> mergedInto(CaseFile file) {
        return file.acts().stream()
                .filter(act -> act.kind() == ActKind.MERGED_INTO)
                .flatMap(act -> act.regrouping().stream())
                .map(Regrouping::other)
                .findFirst();
    }

    /** The hours of a case that upheld objections take, whichever file they were filed in. */
    static List<CaseHour> upheld(Handle handle, CaseFileRow row, List<CaseHour> about) {
        if (about.isEmpty() || row.outlet().isEmpty()) {
            return List.of();
        }
        Set<FactorHour> upheld =
                HourObjectionRecords.of(
                                handle,
                                row.outlet().get(),
                                about.get(0).start(),
                                about.get(about.size() - 1).end())
                        .stream()
                        .filter(one -> one.state() == HourObjection.State.UPHELD)
                        .map(HourObjection::hour)
                        .collect(Collectors.toSet());
        return about.stream()
                .filter(hour -> upheld.contains(new FactorHour(row.outlet().get(), hour.factor(), hour.start())))
                .toList();
    }

    ActAnswer answer(Handle handle, CaseFileId file, long objection, boolean upheld, Who by, Act act) {
        Optional<CaseLedger.Open> open = new CaseLedger(handle, office.tables()).find(file);
        Optional<CaseObjectionRecords.Objection> known = CaseObjectionRecords.find(handle, objection)
                .filter(found -> found.file().equals(file));
        if (open.isEmpty() || known.isEmpty()) {
            return new NotKept(Reason.UNKNOWN, "there is no objection " + objection + " in '" + file + "'");
        }
        Optional<PersonRow> person = CaseOffice.person(handle, by, act.at());
        if (person.isEmpty()) {
            return CaseOffice.nobody(by);
        }
        Optional<String> foreign = CaseOffice.foreign(
                person.get(), ANSWERERS, open.get().row().subject().region());
        if (foreign.isPresent()) {
            return new NotKept(Reason.NOT_HIS, foreign.get());
        }
        return CaseObjectionRecords.answer(
                        handle, objection, by.role().name(), new CaseObjectionRecords.Answer(upheld, act))
                ? office.written(
                        handle,
                        open.get(),
                        by,
                        "OBJECTION_ANSWERED",
                        act,
                        "objection=" + objection + "\nupheld=" + upheld)
                : new NotKept(Reason.DONE_BEFORE, "objection " + objection + " was answered before");
    }
}
