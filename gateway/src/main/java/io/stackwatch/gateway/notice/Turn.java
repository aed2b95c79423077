package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.gateway.notice.PlannedMessage.OnWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What leaves in one turn. Every notice takes the first of its ways that is open and has a token: first all try
 * their first way, then those that found none try their second.
 */
final class Turn {

    private final Map<ChannelName, ChannelLine> lines;
    private final Map<ChannelName, Integer> free = new HashMap<>();
    private final Instant now;

    /** With the moments at which messages were handed to each channel lately. */
    Turn(Map<ChannelName, ChannelLine> lines, Map<ChannelName, List<Instant>> handedOver, Instant now) {
        this.lines = lines;
        this.now = now;
        lines.forEach(
                (name, line) -> free.put(name, line.allowance().free(handedOver.getOrDefault(name, List.of()), now)));
    }

    /**
     * Plans.
     *
     * @param waiting each notice with each of its ways, in order
     * @param leaving gets the messages
     * @param left gets, for each channel, how many notices wait for it
     */
    void plan(List<OnWay> waiting, List<PlannedMessage> leaving, Map<ChannelName, Long> left) {
        Map<NoticeId, List<OnWay>> byNotice = new LinkedHashMap<>();
        waiting.forEach(on -> byNotice.computeIfAbsent(on.notice().id(), id -> new ArrayList<>())
                .add(on));
        Set<NoticeId> gone = new HashSet<>();
        int most = byNotice.values().stream().mapToInt(List::size).max().orElse(0);
        for (int choice = 0; choice < most; choice++) {
            Map<ChannelName, List<OnWay>> asked = new LinkedHashMap<>();
            for (List<OnWay> ways : byNotice.values()) {
                if (choice < ways.size()
                        && !gone.contains(ways.get(choice).notice().id())) {
                    OnWay on = ways.get(choice);
                    if (!on.way().from().isAfter(now)) {
                        asked.computeIfAbsent(on.way().address().channel(), name -> new ArrayList<>())
                                .add(on);
                    }
                }
            }
            asked.forEach((name, candidates) -> leaving.addAll(take(name, candidates, gone)));
        }
        byNotice.forEach((id, ways) -> {
            if (!gone.contains(id)) {
                left.merge(ways.get(0).way().address().channel(), 1L, Long::sum);
            }
        });
        leaving.sort((a, b) ->
                Notice.WORST_FIRST.compare(a.notices().get(0), b.notices().get(0)));
    }

    private List<PlannedMessage> take(ChannelName name, List<OnWay> candidates, Set<NoticeId> gone) {
        ChannelLine line = lines.get(name);
        if (line == null) {
            return List.of();
        }
        int tokens = free.getOrDefault(name, 0);
        List<PlannedMessage> planned = MessagePlan.of(candidates, line.allowance(), tokens);
        free.put(name, tokens - planned.size());
        planned.forEach(message -> message.notices().forEach(notice -> gone.add(notice.id())));
        return planned;
    }
}
