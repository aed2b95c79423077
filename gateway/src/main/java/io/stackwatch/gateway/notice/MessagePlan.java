package io.stackwatch.gateway.notice;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.gateway.notice.PlannedMessage.OnWay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which messages leave on one channel with the tokens that are there: the gravest alone, and, where more wait at an
 * address than it has tokens for, all the rest of them in one digest.
 */
final class MessagePlan {

    private MessagePlan() {}

    /**
     * The messages, worst first; never more than {@code free}. When no token is left but those in reserve, only what
     * is red leaves.
     *
     * @param waiting notices whose way leads over this channel
     */
    static List<PlannedMessage> of(List<OnWay> waiting, Allowance allowance, int free) {
        int ordinary = allowance.ordinary(free);
        List<OnWay> leaving = ordinary > 0
                ? waiting
                : waiting.stream()
                        .filter(on -> on.notice().severity() == AlarmLevel.RED)
                        .toList();
        return plan(leaving, ordinary > 0 ? ordinary : free);
    }

    private static List<PlannedMessage> plan(List<OnWay> waiting, int tokens) {
        Map<Address, List<OnWay>> lines = new LinkedHashMap<>();
        waiting.stream()
                .sorted(Comparator.comparing(OnWay::notice, Notice.WORST_FIRST))
                .forEach(on -> lines.computeIfAbsent(on.way().address(), line -> new ArrayList<>())
                        .add(on));
        List<Line> served = lines.entrySet().stream()
                .limit(tokens)
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
        PriorityQueue<Line> more = new PriorityQueue<>(
                Comparator.comparing((Line line) -> line.next().notice(), Notice.WORST_FIRST));
        served.stream().filter(Line::wantsMore).forEach(more::add);
        for (int left = tokens - served.size(); left > 0 && !more.isEmpty(); left--) {
            Line line = more.remove();
            line.tokens++;
            if (line.wantsMore()) {
                more.add(line);
            }
        }
        return served.stream()
                .flatMap(line -> line.messages().stream())
                .sorted(Comparator.comparing(message -> message.notices().get(0), Notice.WORST_FIRST))
                .toList();
    }

    /** What waits at one address, the worst first, and the tokens that it has; one to begin with. */
    private static final class Line {
        private final Address to;
        private final List<OnWay> waiting;
        private int tokens = 1;

        Line(Address to, List<OnWay> waiting) {
            this.to = to;
            this.waiting = waiting;
        }

        boolean wantsMore() {
            return tokens < waiting.size();
        }

        /** The worst that would not be told alone; of tokens but one, each tells one alone. */
        OnWay next() {
            return waiting.get(tokens - 1);
        }

        List<PlannedMessage> messages() {
            int alone = wantsMore() ? tokens - 1 : waiting.size();
            List<PlannedMessage> messages = new ArrayList<>();
            waiting.subList(0, alone).forEach(on -> messages.add(new PlannedMessage(to, List.of(on))));
            if (alone < waiting.size()) {
                messages.add(new PlannedMessage(to, waiting.subList(alone, waiting.size())));
            }
            return messages;
        }
    }
}
