package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.Grammar;
import io.stackwatch.simulator.conform.packet.Incoming;
import io.stackwatch.simulator.conform.packet.Packet;
import io.stackwatch.simulator.conform.packet.Shown;
import io.stackwatch.simulator.conform.packet.Sm4Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where one case is played: its connections, its variables, and what has been seen. For one thread, for one case. */
final class Stage {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int FIRST_ANSWER = 9000;

    private final ConformanceCase played;
    private final Casting casting;
    private final KitOptions options;
    private final Lines lines;
    private final Orders orders;
    private final LongSupplier nanos;
    private final Transcript transcript;
    private final Variables variables;
    private final PacketBuilder builder;

    private final Map<String, Line> open = new LinkedHashMap<>();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private byte[] lastSent = new byte[0];
    private Optional<Line> line = Optional.empty();
    private Optional<Packet> lastSeen = Optional.empty();

    Stage(
            ConformanceCase played,
            Casting casting,
            KitOptions options,
            Lines lines,
            Orders orders,
            QnSource numbers,
            LongSupplier nanos,
            Transcript transcript) {
        this.played = played;
        this.casting = casting;
        this.options = options;
        this.lines = lines;
        this.orders = orders;
        this.nanos = nanos;
        this.transcript = transcript;
        this.variables = new Variables(casting, numbers);
        this.builder = new PacketBuilder(casting, variables);
    }

    Line line() {
        return line.orElseThrow(() -> new IllegalStateException("the script has not connected yet"));
    }

    Optional<Mismatch> connect(String name, Optional<Duration> within) throws IOException {
        Wire wire;
        try {
            wire = lines.open(within.map(this::paced).orElse(CONNECT));
        } catch (IOException e) {
            return Optional.of(new Mismatch("a connection", String.valueOf(e.getMessage())));
        }
        Line made = new Line(wire, nanos);
        made.begin(transcript, keys());
        open.put(name, made);
        line = Optional.of(made);
        answerUploads(played.side() == Side.LOGGER);
        return Optional.empty();
    }

    void use(String name) {
        line = Optional.ofNullable(open.get(name));
    }

    void answerUploads(boolean on) {
        PlatformAnswers answers = new PlatformAnswers();
        line().answer(on ? answers::to : packet -> Optional.empty());
    }

    void send(SendPlan plan, String segment) throws IOException {
        if (segment.contains("${qn}")) {
            variables.renewQn();
        }
        held.writeBytes(builder.build(plan, segment));
        if (!plan.held()) {
            byte[] bytes = held.toByteArray();
            held.reset();
            lastSent = bytes;
            inPieces(bytes, plan.cuts(), plan.gap());
        }
    }

    void sendRaw(String text) throws IOException {
        if (text.contains("${qn}")) {
            variables.renewQn();
        }
        lastSent = ScriptText.bytes(variables.fill(text));
        line().send(lastSent, Shown.bytes(lastSent));
    }

    void repeat() throws IOException {
        line().send(lastSent, Shown.bytes(lastSent));
    }

    private void inPieces(byte[] bytes, List<Integer> cuts, Duration gap) throws IOException {
        if (cuts.isEmpty()) {
            line().send(bytes, Shown.bytes(bytes));
            return;
        }
        transcript.sent(Shown.bytes(bytes));
        transcript.note("that was in pieces of " + cuts + " bytes");
        int from = 0;
        for (int piece = 0; from < bytes.length; piece++) {
            int size = cuts.get(Math.min(piece, cuts.size() - 1));
            int to = Math.min(bytes.length, from + size);
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            line().write(part, to == bytes.length);
            from = to;
            if (!gap.isZero() && from < bytes.length) {
                // however fast the kit is played, the pieces must not grow together on the way
                listenUntil(nanos.getAsLong() + gap.toNanos());
            }
        }
    }

    void away(Duration length) throws IOException {
        transcript.note("nobody is there for " + length.toSeconds() + " s");
        line().close();
        lines.away(paced(length));
    }

    void listen(Duration length) throws IOException {
        listenUntil(nanos.getAsLong() + paced(length).toNanos());
    }

    private void listenUntil(long until) throws IOException {
        boolean more = true;
        while (more) {
            more = line().hear(until);
        }
    }

    Optional<Mismatch> expect(Expectation expectation, Optional<Duration> within) throws IOException {
        long until = nanos.getAsLong() + paced(within.orElse(options.within())).toNanos();
        boolean more = true;
        while (true) {
            Optional<Mismatch> broken = broken();
            if (broken.isPresent()) {
                return broken;
            }
            Optional<Packet> found = first(packet -> expectation.means(packet, variables::fill));
            if (expectation.next()) {
                Optional<Packet> before = first(packet -> expectation.responds(packet, variables::fill));
                if (before.isPresent() && (found.isEmpty() || before.get() != found.get())) {
                    return Optional.of(new Mismatch(
                            "first " + expectation.demand(variables::fill),
                            before.get().shown()));
                }
            }
            if (found.isPresent()) {
                return claim(found.get(), expectation);
            }
            if (!more) {
                return Optional.of(new Mismatch(expectation.demand(variables::fill), seen()));
            }
            more = line().hear(until);
        }
    }

    private Optional<Mismatch> claim(Packet packet, Expectation expectation) {
        line().unclaimed().remove(packet);
        lastSeen = Optional.of(packet);
        return expectation
                .missed(packet, variables::fill)
                .map(test -> new Mismatch(test.demand(variables::fill), test.found(packet) + " in " + packet.shown()));
    }

    Optional<Mismatch> never(Expectation expectation, Duration within) throws IOException {
        long until = nanos.getAsLong() + paced(within).toNanos();
        boolean more = true;
        while (more) {
            more = line().hear(until);
            Optional<Packet> found = first(packet -> expectation.means(packet, variables::fill));
            if (found.isPresent()) {
                return Optional.of(new Mismatch(
                        "no " + expectation.demand(variables::fill), found.get().shown()));
            }
        }
        return broken();
    }

    Optional<Mismatch> again(boolean wanted, Duration within) throws IOException {
        Packet before = lastSeen.orElseThrow(() -> new IllegalStateException("nothing was expected yet"));
        long until = nanos.getAsLong() + paced(within).toNanos();
        boolean more = true;
        while (true) {
            Optional<Packet> same = first(packet -> packet.sameBytes(before));
            if (same.isPresent()) {
                line().unclaimed().remove(same.get());
                return wanted
                        ? Optional.empty()
                        : Optional.of(
                                new Mismatch("the packet does not come again", "it came again: " + before.shown()));
            }
            if (!more) {
                return wanted ? Optional.of(new Mismatch("the same bytes again: " + before.shown(), seen())) : broken();
            }
            more = line().hear(until);
        }
    }

    Optional<Mismatch> silence(Duration length) throws IOException {
        listen(length);
        return unasked("no answer");
    }

    Optional<Mismatch> fence() throws IOException {
        Fence fence = Fence.of(casting.main());
        send(fence.plan(), fence.segment());
        String number = variables.fill("${qn}");
        long until = nanos.getAsLong() + paced(options.within()).toNanos();
        boolean more = true;
        while (true) {
            Optional<Packet> answer =
                    first(packet -> packet.reference().filter(number::equals).isPresent());
            if (answer.isPresent()) {
                line().unclaimed().remove(answer.get());
                return unasked("no answer before that of the good packet behind");
            }
            if (broken().isPresent() || !more) {
                return broken().or(() ->
                        Optional.of(new Mismatch("the good packet behind is answered: QN=" + number, seen())));
            }
            more = line().hear(until);
        }
    }

    Optional<Mismatch> closed(Duration within) throws IOException {
        listen(within);
        return line().isClosed()
                ? Optional.empty()
                : Optional.of(new Mismatch("the other side closes the connection", "it is open"));
    }

    Optional<Mismatch> order(int command, String content) throws IOException {
        transcript.note("ordered CN=" + command);
        return orders.place(casting.main().mn(), command, variables.fill(content))
                .map(refusal -> new Mismatch("the platform takes the order to send CN=" + command, refusal));
    }

    Optional<Mismatch> capture(String name, String field) {
        Packet packet = lastSeen.orElseThrow(() -> new IllegalStateException("nothing was expected yet"));
        Optional<String> value = FieldTest.value(packet, field);
        value.ifPresent(text -> variables.put(name, text));
        return value.isPresent() ? Optional.empty() : Optional.of(new Mismatch("a " + field, packet.shown()));
    }

    Optional<Mismatch> wellFormed() {
        Packet packet = lastSeen.orElseThrow(() -> new IllegalStateException("nothing was expected yet"));
        List<String> departures = Grammar.departures(packet, played.edition().year());
        return departures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        "the grammar of " + played.edition(), String.join("; ", departures) + ": " + packet.shown()));
    }

    Optional<Mismatch> flagged() {
        Packet packet = lastSeen.orElseThrow(() -> new IllegalStateException("nothing was expected yet"));
        List<String> bare = packet.items().stream()
                .map(item -> item.name())
                .filter(name -> name.endsWith("-Rtd"))
                .map(name -> name.substring(0, name.length() - "-Rtd".length()))
                .filter(code -> packet.contents(code + "-Flag").isEmpty())
                .toList();
        return bare.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch("a data flag for every factor", "none for " + String.join(", ", bare)));
    }

    /** The end of the case: whether something came that nobody asked for. */
    Optional<Mismatch> end() throws IOException {
        if (played.side() == Side.LOGGER) {
            return settle();
        }
        for (Line each : open.values()) {
            line = Optional.of(each);
            long until = nanos.getAsLong() + options.linger().toNanos();
            boolean more = true;
            while (more) {
                more = each.hear(until);
            }
            Optional<Mismatch> unasked = unasked("no further answer");
            if (unasked.isPresent()) {
                return unasked;
            }
        }
        return Optional.empty();
    }

    /** Half a packet of a logger must not be left for the next case. */
    private Optional<Mismatch> settle() throws IOException {
        for (Line each : open.values()) {
            line = Optional.of(each);
            long until = nanos.getAsLong() + CONNECT.toNanos();
            boolean more = true;
            while (more && !each.isClosed() && each.rest().isPresent()) {
                more = each.hear(until);
            }
            if (broken().isPresent()) {
                return broken();
            }
        }
        return Optional.empty();
    }

    /** Connections to a platform are closed; that of a logger stays for the next case. */
    void leave() throws IOException {
        if (played.side() == Side.SERVER) {
            for (Line each : open.values()) {
                each.close();
            }
        }
    }

    private Optional<Mismatch> unasked(String demand) {
        return broken().or(() ->
                first(packet -> packet.command() >= FIRST_ANSWER).map(packet -> new Mismatch(demand, packet.shown())));
    }

    private Optional<Mismatch> broken() {
        return line().broken()
                .map(bad -> new Mismatch("packets whose length, checksum and end are right", bad.shown()));
    }

    private Optional<Packet> first(Predicate<Packet> wanted) {
        return line().unclaimed().stream().filter(wanted).findFirst();
    }

    private String seen() {
        List<String> seen = new ArrayList<>();
        line().unclaimed().stream().limit(3).map(Packet::shown).forEach(seen::add);
        line().rest().map(Incoming::shown).ifPresent(seen::add);
        if (line().isClosed()) {
            seen.add("the connection was closed");
        }
        return seen.isEmpty() ? "nothing" : String.join(" | ", seen);
    }

    private List<byte[]> keys() {
        return Stream.of(casting.main().key(), casting.main().oldKey())
                .flatMap(Optional::stream)
                .map(Sm4Content::key)
                .flatMap(Optional::stream)
                .toList();
    }

    private Duration paced(Duration written) {
        return Duration.ofNanos(Math.max(1, Math.round(written.toNanos() * options.pace())));
    }
}
