package io.stackwatch.simulator.conform;

import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

/** The asking half of a pretended platform: sends what it is ordered to, and again while nobody answers 9011. */
final class PretendedRequests implements Orders, AutoCloseable {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final long AGAIN_MILLIS = 300;

    private final Map<String, Station> stations = new HashMap<>();
    private final Map<String, List<Socket>> heardOn = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Timer timer = new Timer("pretended-requests", true);
    private final QnSource numbers = new QnSource(Clock.systemUTC());
    private final Misbehaviour wrong;

    PretendedRequests(List<Station> stations, Misbehaviour wrong) {
        stations.forEach(station -> this.stations.put(station.mn(), station));
        this.wrong = wrong;
    }

    void heard(Frame frame, Socket socket) {
        DataSegment segment = DataSegment.of(frame);
        String command = segment.text(HeaderField.CN).orElse("");
        if (command.equals("9011") && wrong != Misbehaviour.REPEATS_AFTER_9011) {
            taken.add(segment.text(HeaderField.QN).orElse(""));
            // the answers of 2005 have it in the content
            taken.addAll(segment.values("QN"));
        }
        List<Socket> sockets =
                heardOn.computeIfAbsent(segment.text(HeaderField.MN).orElse(""), mn -> new ArrayList<>());
        synchronized (sockets) {
            sockets.remove(socket);
            sockets.add(socket);
        }
    }

    @Override
    public Optional<String> place(String mn, int command, String content) {
        Station station = stations.get(mn);
        List<Socket> sockets = heardOn.get(mn);
        if (station == null || sockets == null || wrong == Misbehaviour.REFUSES_ORDERS) {
            return Optional.of("no such station is connected");
        }
        String number = numbers.next();
        int flag = station.edition().version() << 2 | (wrong == Misbehaviour.REQUESTS_WITHOUT_ANSWER_BIT ? 0 : 1);
        // what an order writes as now is the platform's clock at the moment of sending
        String asked = content.replace("=now", "=" + SECONDS.format(PretendedLogger.beijing()));
        if (wrong == Misbehaviour.REQUESTS_IN_ANOTHER_FORM) {
            asked = asked.replaceAll("(\\d{14})", "$1000").replace("BeginTime", "From");
        }
        String segment = "QN=" + number + ";ST=31;CN=" + command + ";PW=" + station.password() + ";MN=" + mn + ";Flag="
                + flag + ";CP=&&" + asked + "&&";
        Socket socket;
        synchronized (sockets) {
            socket = sockets.get(wrong == Misbehaviour.REQUESTS_ON_THE_OLDEST_CONNECTION ? 0 : sockets.size() - 1);
        }
        send(number, FrameEncoder.encode(segment), socket, wrong == Misbehaviour.NEVER_REPEATS_A_REQUEST ? 1 : 3);
        return Optional.empty();
    }

    private void send(String number, byte[] request, Socket socket, int times) {
        if (times == 0 || taken.contains(number)) {
            return;
        }
        try {
            socket.getOutputStream().write(request);
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            send(number, request, socket, times - 1);
                        }
                    },
                    AGAIN_MILLIS);
        } catch (IOException e) {
            taken.add(number);
        }
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
