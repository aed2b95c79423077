package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.DeliveryState;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.gateway.notice.NextStep.Ground;
import io.stackwatch.gateway.notice.NextStep.Way;
import io.stackwatch.gateway.notice.NextStep.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way of a notice through its recipient's channels, as it follows from its rows in the log and nothing else.
 *
 * <p>Each channel is tried several times with growing rests; then it is the next one's turn, and behind the last one
 * a new round begins. A channel that refuses the notice itself or does not know the address is not tried again; one
 * that is not configured or does not admit us may be, some day. A digest that is refused says nothing about one
 * notice in it, and counts as one try.
 */
final class Course {

    private static final Set<DeliveryFault> FOR_GOOD =
            Set.of(DeliveryFault.UNKNOWN_ADDRESS, DeliveryFault.CONTENT_REFUSED);

    private final Notice notice;
    private final DispatchTerms terms;

    private Course(Notice notice, DispatchTerms terms) {
        this.notice = notice;
        this.terms = terms;
    }

    /**
     * What is next.
     *
     * @param rows of this notice, in the order in which they were added
     */
    static NextStep next(Notice notice, List<Delivery> rows, DispatchTerms terms, Instant now) {
        Optional<DeliveryState> told = rows.stream()
                .map(row -> row.receipt().state())
                .filter(DeliveryState::told)
                .findFirst();
        if (told.isPresent()) {
            return new NextStep.Told(told.get());
        }
        if (!rows.isEmpty()) {
            Delivery last = rows.get(rows.size() - 1);
            if (last.receipt().state() == DeliveryState.QUEUED && last.attempt() > 0) {
                return new NextStep.UnderWay(last);
            }
        }
        return new Course(notice, terms).after(rows, now);
    }

    private NextStep after(List<Delivery> rows, Instant now) {
        List<Delivery> failures = rows.stream()
                .filter(row -> row.receipt().state() == DeliveryState.FAILED)
                .toList();
        List<Standing> open = new ArrayList<>();
        for (Address address : notice.recipient().addresses()) {
            Standing standing = standing(address, failures);
            if (!standing.closed()) {
                open.add(standing);
            }
        }
        Optional<DeliveryFault> last = failures.isEmpty()
                ? Optional.empty()
                : failures.get(failures.size() - 1).receipt().fault();
        if (last.isPresent() && open.isEmpty()) {
            return new NextStep.GiveUp(Ground.NO_WAY_LEFT, last.get());
        }
        if (last.isPresent() && !now.isBefore(notice.queuedAt().plus(terms.giveUpAfter()))) {
            return new NextStep.GiveUp(Ground.TOO_OLD, last.get());
        }
        open.sort(Comparator.comparingInt(Standing::round));
        return new NextStep.Try(ways(open));
    }

    /** The channel whose turn it is, and, for a level that does not wait, those behind it. */
    private List<Way> ways(List<Standing> open) {
        Standing turn = open.get(0);
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(turn.address(), turn.failures() + 1, turn.from(), why(turn)));
        Optional<Duration> patience = terms.patience(notice.severity());
        if (patience.isPresent()) {
            Instant impatient = notice.queuedAt().plus(patience.get());
            for (Standing other : open.subList(1, open.size())) {
                Instant from = other.from().isAfter(impatient) ? other.from() : impatient;
                ways.add(new Way(other.address(), other.failures() + 1, from, Why.MAY_NOT_WAIT));
            }
        }
        return ways;
    }

    private Why why(Standing turn) {
        boolean usual = turn.address().equals(notice.recipient().addresses().get(0));
        if (turn.failures() > 0) {
            return Why.AGAIN;
        }
        return usual ? Why.USUAL : Why.OTHERS_FAILED;
    }

    private Standing standing(Address address, List<Delivery> failures) {
        int inRound = 0;
        int rounds = 0;
        int all = 0;
        boolean closed = false;
        Instant from = Instant.EPOCH;
        for (Delivery failure : failures) {
            if (!failure.channel().equals(address.channel())) {
                continue;
            }
            DeliveryFault fault = failure.receipt().fault().orElse(DeliveryFault.UNREADABLE_ANSWER);
            boolean alone = failure.message().equals(failure.notice());
            closed |= FOR_GOOD.contains(fault) && (alone || fault != DeliveryFault.CONTENT_REFUSED);
            all++;
            inRound++;
            if (!fault.worthAnother() || inRound >= terms.tries()) {
                rounds++;
                inRound = 0;
            }
            from = failure.at().plus(terms.rest(all));
        }
        return new Standing(address, all, rounds, closed, from);
    }

    /** How it stands with one channel: failures, rounds that are over, and from when it may be tried again. */
    private record Standing(Address address, int failures, int round, boolean closed, Instant from) {}
}
