package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.session.FrameOpener;
import io.stackwatch.connectors.hj212.session.ReadFrame;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.DownlinkEvent;
import io.stackwatch.gateway.records.RelayDownlinks;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.relay.Selection.Forward;
import io.stackwatch.gateway.relay.packet.CommandBack;
import io.stackwatch.gateway.relay.packet.Heading;
import io.stackwatch.gateway.relay.packet.HeadingReader;
import io.stackwatch.gateway.relay.packet.Masking;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.RelayTargets;
import io.stackwatch.gateway.relay.target.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What platforms ask of stations (反控): who may, through whom it goes, whose answer it is. Everything is kept, secrets
 * masked, before it goes down.
 *
 * <p>One thread of its own works requests off; a bounded number waits. Safe for use by several threads.
 */
final class Downlinks implements Answering, StationBusy, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Downlinks.class);
    private static final int WAITING = 1_000;

    /** Each command is a row for ever: a platform gone mad must not fill the disk quickly. */
    private static final int COMMANDS_A_SECOND = 20;

    private static final Duration LOOKED_BACK = Duration.ofHours(24);
    private static final Set<String> ENDS =
            Set.of("RESULTED", "REFUSED_BY_STATION", "NOTED", "NOT_SENT", "TOO_MANY", "EXPIRED");

    private final RelayTargets targets;
    private final RelayParts parts;
    private final AskBook book = new AskBook();
    private final GivenSecrets given;
    private final LongAdder dropped = new LongAdder();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> daemon(work));

    Downlinks(RelayTargets targets, RelayParts parts) {
        this.targets = targets;
        this.parts = parts;
        this.given = new GivenSecrets(parts.told());
        load();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "relay-downlink");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes up what was open before a restart. */
    private void load() {
        Instant since = parts.clock().instant().minus(LOOKED_BACK);
        List<DownlinkEvent> events = parts.store().read(handle -> RelayDownlinks.since(handle, since));
        Map<Long, Ask> asks = new HashMap<>();
        for (DownlinkEvent event : events) {
            if (event.kind().equals(Verdict.FORWARD.name())) {
                Ask ask = new Ask(
                        event.ask(),
                        new TargetName(event.target()),
                        event.station(),
                        event.command(),
                        event.qn(),
                        event.at());
                if (asks.putIfAbsent(event.ask(), ask) == null) {
                    book.open(ask);
                }
            } else if (ENDS.contains(event.kind()) && asks.containsKey(event.ask())) {
                book.end(asks.get(event.ask()), event.at());
            }
        }
    }

    OpenAsks asks() {
        return book;
    }

    /** What a line does with the commands of its platform. */
    PlatformRequests of(RelayTarget target) {
        Selector selector = new Selector(target, OpenAsks.NONE);
        CommandAllowance allowance = new CommandAllowance(COMMANDS_A_SECOND);
        return (request, heading, answer) -> {
            if (!allowance.takes(parts.nanos().getAsLong())) {
                dropped.increment();
                return;
            }
            try {
                worker.execute(() -> asked(target, selector, request, heading, answer));
            } catch (RejectedExecutionException tooMany) {
                dropped.increment();
            }
        };
    }

    /** Commands that were dropped because too many waited, since start. */
    long dropped() {
        return dropped.sum();
    }

    @Override
    public boolean isBusy(Mn station) {
        return book.isBusy(station);
    }

    private void asked(RelayTarget target, Selector selector, Frame request, Heading heading, Consumer<byte[]> answer) {
        try {
            Optional<PlatformCommand> command = PlatformCommand.of(target, request, heading);
            if (command.isPresent()) {
                work(target, selector, command.get(), answer);
            } else {
                LOG.warn("relay={} command={} names no station", target.name(), heading.command());
            }
        } catch (RuntimeException e) {
            LOG.error("relay={} command={} failed", target.name(), heading.command(), e);
        }
    }

    private void work(RelayTarget target, Selector selector, PlatformCommand command, Consumer<byte[]> answer) {
        Instant now = parts.clock().instant();
        RegistrySnapshot registry = parts.registry().get();
        Optional<StationProfile> profile = registry.profileAt(command.station(), now);
        ReadFrame read = new FrameOpener().read(command.frame().bytes(), profile);
        boolean known = profile.isPresent() && selector.isStationWanted(command.station(), now, registry.registry());
        Verdict verdict = CommandJudge.judge(targets, target, command, known, read.frame());
        String kept = read.frame().map(Masking::of).orElseGet(() -> Masking.headerOf(command.frame()));
        if (verdict == Verdict.FORWARD) {
            boolean sealed = read.match(clear -> false, opened -> true, unreadable -> false, () -> false);
            byte[] packet = target.rewriting()
                    .map(rules ->
                            CommandBack.rewritten(read.frame().orElseThrow(), rules, profile.orElseThrow(), sealed))
                    .orElseGet(() -> CommandBack.unchanged(command.frame()));
            send(target, command, read.frame().orElseThrow(), packet, now, kept, answer);
        } else {
            keep(target, command, 0, verdict.name(), now, kept);
            refuse(target, command, verdict, answer);
        }
    }

    private static void refuse(RelayTarget target, PlatformCommand command, Verdict verdict, Consumer<byte[]> answer) {
        LOG.warn(
                "relay={} mn={} command={} refused={}",
                target.name(),
                command.station(),
                command.heading().command(),
                verdict);
        if (!command.isNotice() && !command.heading().qn().isEmpty()) {
            answer.accept(CommandBack.refusal(command.frame(), command.heading(), verdict.qnRtn()));
        }
    }

    private void send(
            RelayTarget target,
            PlatformCommand command,
            Frame clear,
            byte[] packet,
            Instant now,
            String kept,
            Consumer<byte[]> answer) {
        String qn = command.heading().qn();
        Optional<Ask> again = qn.isEmpty() ? Optional.empty() : book.again(target.name(), command.station(), qn);
        DownlinkEvent event =
                keep(target, command, again.map(Ask::number).orElse(0L), Verdict.FORWARD.name(), now, kept);
        Ask ask = again.orElse(new Ask(
                event.ask(), target.name(), command.station(), command.heading().command(), qn, now));
        if (again.isEmpty() && !book.open(ask)) {
            keep(target, command, ask.number(), Verdict.TOO_MANY.name(), now, "");
            refuse(target, command, Verdict.TOO_MANY, answer);
            return;
        }
        if (again.isEmpty() && GivenSecrets.gives(ask.command())) {
            parts.store().write(handle -> {
                given.leaving(handle, ask, clear);
                return ask;
            });
            given.committed();
        }
        Downlink.Sent sent = parts.downlink().send(command.station(), packet);
        LOG.info(
                "relay={} mn={} command={} ask={} down={}",
                target.name(),
                command.station(),
                ask.command(),
                ask.number(),
                sent);
        if (sent != Downlink.Sent.WRITTEN) {
            // nothing is said to the platform: it asks again by itself, and by then the station may be there
            keep(target, command, ask.number(), "NOT_SENT", now, sent.name());
            given.forget(ask);
            book.end(ask, now);
        }
    }

    private DownlinkEvent keep(
            RelayTarget target, PlatformCommand command, long ask, String kind, Instant at, String detail) {
        DownlinkEvent event = new DownlinkEvent(
                0,
                ask,
                target.name().value(),
                command.station(),
                command.heading().command(),
                printable(command.heading().qn()),
                kind,
                at,
                detail);
        return parts.store().write(handle -> RelayDownlinks.add(handle, event));
    }

    private static String printable(String qn) {
        return qn.replaceAll("[^0-9A-Za-z]", "?").substring(0, Math.min(qn.length(), 32));
    }

    @Override
    public void answered(Turn turn, JournalRecord record, Forward forward, Ask ask) {
        Instant at = record.arrival().arrivedAt();
        book.heard(ask, at);
        Heading heading = forward.heading();
        switch (heading.command()) {
            case 9011 -> {
                String code = item(record, "QnRtn");
                boolean ready = code.equals("1");
                keep(turn, ask, at, ready ? "ANSWERED" : "REFUSED_BY_STATION", "QnRtn=" + code, !ready);
            }
            case 9012 -> {
                String code = item(record, "ExeRtn");
                if (code.equals("1") && GivenSecrets.gives(ask.command())) {
                    turn.also(handle -> given.done(handle, ask, at));
                }
                keep(turn, ask, at, "RESULTED", "ExeRtn=" + code, true);
            }
            case 9013 -> keep(turn, ask, at, "NOTED", "", true);
            default -> {
                // data: it is in the journal and in the ledger
            }
        }
    }

    private void keep(Turn turn, Ask ask, Instant at, String kind, String detail, boolean ends) {
        DownlinkEvent event = new DownlinkEvent(
                0,
                ask.number(),
                ask.target().value(),
                ask.station(),
                ask.command(),
                printable(ask.qn()),
                kind,
                at,
                detail);
        turn.also(handle -> RelayDownlinks.add(handle, event));
        if (ends) {
            book.end(ask, at);
        }
    }

    private static String item(JournalRecord record, String name) {
        HeadingReader reader = new HeadingReader();
        return Frame.of(record.arrival().bytes())
                .map(frame -> {
                    reader.of(frame);
                    String text = reader.item(name);
                    return text.matches("[0-9]{1,6}") ? text : "?";
                })
                .orElse("?");
    }

    /** Ends requests that nobody answers any more. */
    void expire(Instant now) {
        for (Ask ask : book.expire(now)) {
            given.forget(ask);
            DownlinkEvent event = new DownlinkEvent(
                    0,
                    ask.number(),
                    ask.target().value(),
                    ask.station(),
                    ask.command(),
                    printable(ask.qn()),
                    "EXPIRED",
                    now,
                    "no 9012 came");
            parts.store().write(handle -> RelayDownlinks.add(handle, event));
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
