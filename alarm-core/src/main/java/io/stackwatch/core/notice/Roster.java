package io.stackwatch.core.notice;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Who is on duty when. Immutable; safe to share. */
public final class Roster {

    private final List<RosterShift> shifts;

    public Roster(List<RosterShift> shifts) {
        this.shifts = List.copyOf(shifts);
    }

    /** Who is on duty in a role for a place at an instant, by id; empty if nobody is. */
    public List<RecipientId> onDuty(DutyRole role, AlarmPlace place, Instant instant) {
        TreeSet<RecipientId> found = new TreeSet<>();
        shifts.stream()
                .filter(shift -> shift.role() == role && shift.effective().contains(instant) && shift.isFor(place))
                .forEach(shift -> found.add(shift.person()));
        return List.copyOf(found);
    }
}
