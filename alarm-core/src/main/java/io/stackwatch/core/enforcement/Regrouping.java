package io.stackwatch.core.enforcement;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an act carries by which hours go from one case file to another (并案、分案).
 *
 * @param other the file on the other side: where the hours come from, or go to
 * @param hours the hours that go, in order
 * @param begun when the violation of the act's own file began, from this act on
 * @param ended when it ended likewise
 * @param hands who proposed or investigated in the other file; to this file they count as if they had done so in it
 */
public record Regrouping(CaseFileId other, List<CaseHour> hours, Instant begun, Instant ended, Set<PersonId> hands) {

    public Regrouping {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("no hour goes to or comes from " + other);
        }
        if (ended.isBefore(begun)) {
            throw new IllegalArgumentException("an act that ends at " + ended + ", before " + begun);
        }
        hours = hours.stream().sorted().distinct().toList();
        hands = Collections.unmodifiableSet(new TreeSet<>(hands));
    }
}
