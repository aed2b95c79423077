package io.stackwatch.core.enforcement;

import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.exceedance.Verdict;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Something that happened to a case; appended to its history, never changed. */
public sealed interface CaseEvent {

    /** Calls the function of the variant. */
    <T> T match(Function<Opened, T> opened, Function<HourRevised, T> hourRevised);

    /** Which case. */
    CaseId caseId();

    /** When we knew it. */
    Instant at();

    /**
     * What a new version of an hour means for a case that is open: an event if the hour is of the case's day and outlet and
     * either was or is an exceedance; the hours that the case was opened on stay as they are.
     */
    static Optional<CaseEvent> revision(CandidateCase open, JudgedHour hour) {
        boolean ofThisDay = hour.hour().outlet().equals(open.outlet())
                && hour.hour().factor().equals(open.factor())
                && Window.day(open.day(), LegalTime.ZONE).contains(hour.hour().start());
        if (!ofThisDay) {
            return Optional.empty();
        }
        Optional<JudgedHour> known = open.hours().stream()
                .filter(old -> old.hour().equals(hour.hour()))
                .findFirst();
        boolean newer = known.isEmpty() || known.get().version() < hour.version();
        boolean concerned = known.isPresent() || hour.verdict().outcome() == Outcome.EXCEEDS;
        return newer && concerned
                ? Optional.of(new HourRevised(open.id(), hour.knownAt(), hour, known.map(JudgedHour::verdict)))
                : Optional.empty();
    }

    /** It was opened. */
    record Opened(CandidateCase candidate) implements CaseEvent {
        @Override
        public CaseId caseId() {
            return candidate.id();
        }

        @Override
        public Instant at() {
            return candidate.openedAt();
        }

        @Override
        public <T> T match(Function<Opened, T> opened, Function<HourRevised, T> hourRevised) {
            return opened.apply(this);
        }
    }

    /**
     * An hour of its day has another verdict than the one it was opened on; an officer must look again.
     *
     * @param hour the new version
     * @param openedOn the verdict that the case was opened on; empty if the hour was not among them
     */
    record HourRevised(CaseId caseId, Instant at, JudgedHour hour, Optional<Verdict> openedOn) implements CaseEvent {
        @Override
        public <T> T match(Function<Opened, T> opened, Function<HourRevised, T> hourRevised) {
            return hourRevised.apply(this);
        }
    }
}
