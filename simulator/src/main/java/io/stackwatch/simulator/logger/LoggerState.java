package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one logger is and remembers at a moment; the host's requests lead from one to the next. Immutable.
 *
 * @param identity how it presents itself; the password is the one that 1072 set last
 * @param activated whether its MN was assigned (HJ 212-2025 6.8); before, its frames carry none
 * @param clock its own clock
 * @param habits how often it speaks
 * @param patience how it waits for answers
 * @param instruments states and parameters
 * @param log what it has written down
 * @param archive which records it has
 * @param keys empty for a logger that speaks in clear
 * @param recent the numbers of the last requests that changed something, oldest first
 * @param busy whether it is still giving out records
 */
public record LoggerState(
        Identity identity,
        boolean activated,
        LoggerClock clock,
        Habits habits,
        Patience patience,
        Instruments instruments,
        Logbook log,
        Archive archive,
        Optional<KeyRing> keys,
        List<String> recent,
        boolean busy) {

    private static final int RECENT = 16;

    public LoggerState {
        recent = List.copyOf(recent);
    }

    /** A logger that was just switched on: activated, with a right clock, in clear. */
    public static LoggerState of(Identity identity, Habits habits, Retention keeps) {
        return new LoggerState(
                identity,
                true,
                LoggerClock.right(),
                habits,
                Patience.standard(),
                Instruments.typical(),
                Logbook.empty(),
                Archive.keeping(keeps),
                Optional.empty(),
                List.of(),
                false);
    }

    /** What its clock shows. */
    public Instant shown(Instant now) {
        return clock.shows(now);
    }

    /** With another clock. */
    public LoggerState withClock(LoggerClock other) {
        return new LoggerState(
                identity, activated, other, habits, patience, instruments, log, archive, keys, recent, busy);
    }

    /** With these keys. */
    public LoggerState withKeys(Optional<KeyRing> other) {
        return new LoggerState(
                identity, activated, clock, habits, patience, instruments, log, archive, other, recent, busy);
    }

    /** With another record. */
    public LoggerState withArchive(Archive other) {
        return new LoggerState(
                identity, activated, clock, habits, patience, instruments, log, other, keys, recent, busy);
    }

    /** Giving out records, or done with it. */
    public LoggerState withBusy(boolean now) {
        return new LoggerState(
                identity, activated, clock, habits, patience, instruments, log, archive, keys, recent, now);
    }

    /** As it leaves the factory: without an MN that the host has assigned. */
    public LoggerState notActivated() {
        return new LoggerState(identity, false, clock, habits, patience, instruments, log, archive, keys, recent, busy);
    }

    /** Under this name, which the host has assigned. */
    LoggerState activatedAs(Identity assigned) {
        return new LoggerState(assigned, true, clock, habits, patience, instruments, log, archive, keys, recent, busy);
    }

    LoggerState withPassword(String password) {
        Identity renamed = new Identity(identity.mn(), password, identity.edition());
        return new LoggerState(
                renamed, activated, clock, habits, patience, instruments, log, archive, keys, recent, busy);
    }

    LoggerState withHabits(Habits other) {
        return new LoggerState(
                identity, activated, clock, other, patience, instruments, log, archive, keys, recent, busy);
    }

    LoggerState withPatience(Patience other) {
        return new LoggerState(
                identity, activated, clock, habits, other, instruments, log, archive, keys, recent, busy);
    }

    LoggerState withInstruments(Instruments other) {
        return new LoggerState(identity, activated, clock, habits, patience, other, log, archive, keys, recent, busy);
    }

    /** With a line in its log. */
    public LoggerState noting(Instant at, String subject, String text) {
        Logbook longer = log.with(new Logbook.Entry(at, subject, text));
        return new LoggerState(
                identity, activated, clock, habits, patience, instruments, longer, archive, keys, recent, busy);
    }

    LoggerState remembering(String number) {
        List<String> more = new ArrayList<>(recent);
        more.add(number);
        List<String> last = more.size() > RECENT ? more.subList(more.size() - RECENT, more.size()) : more;
        return new LoggerState(
                identity, activated, clock, habits, patience, instruments, log, archive, keys, last, busy);
    }

    /** The system codes (ST) that it answers to. */
    List<String> systemCodes() {
        return Stream.of(
                        "31",
                        habits.power().isZero() ? "" : "44",
                        habits.conditions().isZero() ? "" : "45")
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /**
     * How long it waits for an answer and how often it sends again (1000, OverTime and ReCount).
     *
     * @param overTime wall-clock time
     */
    public record Patience(Duration overTime, int reCount) {
        /** HJ 212-2017 Table 1, mobile networks. */
        public static Patience standard() {
            return new Patience(Duration.ofSeconds(10), 3);
        }
    }
}
