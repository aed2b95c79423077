package io.stackwatch.gateway.access;

import io.stackwatch.core.access.Caller;
import io.stackwatch.core.access.Grant;
import io.stackwatch.core.access.Reach;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.gateway.records.PersonRow;
import java.util.List;
import java.util.Optional;

/** What rows of persons grant. Pure. */
final class Grants {

    private Grants() {}

    static Caller of(PersonId person, List<PersonRow> rows) {
        return new Caller(person, rows.stream().flatMap(row -> of(row).stream()).toList());
    }

    /** What a row grants; nothing if it names no enterprise or county where its role needs one. */
    static Optional<Grant> of(PersonRow row) {
        if (row.role() == Role.ENTERPRISE) {
            return row.enterprise().map(firm -> new Grant(row.role(), new Reach.Firm(firm)));
        }
        Optional<Grant> cut = row.region().map(region -> new Grant(row.role(), new Reach.Division(region)));
        return row.role() == Role.COUNTY ? cut : cut.or(() -> Optional.of(new Grant(row.role(), new Reach.City())));
    }
}
