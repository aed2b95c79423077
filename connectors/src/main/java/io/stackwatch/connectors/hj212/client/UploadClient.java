package io.stackwatch.connectors.hj212.client;

import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one upper platform (上位机) that comes back by itself, and frames that are sent until they are answered.
 *
 * <p>An answer (9014, 9013) is matched by its QN; one whose checksum is wrong is none (HJ 212-2017 Table 2). Without one in time the same bytes are sent again, as often as the
 * options say (HJ 212-2017 6.2). Frames that are no answer are the host's requests and go to the listener. Nothing is kept
 * here for later: see {@link UploadQueue}.
 *
 * <p>Lives in the Vert.x context in which it was made: call it only there; callbacks come there. {@link #close} ends it.
 */
public final class UploadClient {

    private final Vertx vertx;
    private final Context context;
    private final NetClient net;
    private final SocketAddress target;
    private final FrameWriter writer;
    private final ClientListener listener;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Tally tally = new Tally();

    private @Nullable NetSocket socket;
    private ClientOptions options;
    private boolean wanted;
    private int attempt;
    private long session;

    public UploadClient(
            Vertx vertx, SocketAddress target, ClientOptions options, FrameWriter writer, ClientListener listener) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.target = target;
        this.options = options;
        this.writer = writer;
        this.listener = listener;
        this.net = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout((int) options.connectTimeout().toMillis())
                .setTcpNoDelay(true));
    }

    /** Begins to connect, and goes on until {@link #disconnect} or {@link #close}. Does nothing if it already does. */
    public void connect() {
        if (!wanted) {
            wanted = true;
            attempt = 0;
            session++;
            tryToConnect(session);
        }
    }

    /** Ends the connection, if there is one, and stops trying. What awaits an answer is {@link Delivery#CUT}. */
    public void disconnect() {
        wanted = false;
        session++;
        NetSocket current = socket;
        socket = null;
        if (current != null) {
            current.close();
        }
        cutAll();
    }

    /** Ends the connection as if it had been lost: what awaits an answer is {@link Delivery#CUT}, and it comes back. */
    public void drop() {
        NetSocket current = socket;
        if (current != null) {
            current.close();
        }
    }

    /** Waits so from now on for answers (HJ 212-2017 Table 12, command 1000); what already waits is sent again by it too. */
    public void answerWithin(Duration timeout, int resends) {
        options = options.withAnswer(timeout, resends);
    }

    /** As {@link #disconnect}, for good. */
    public Future<Void> close() {
        disconnect();
        return net.close();
    }

    public boolean isConnected() {
        return socket != null;
    }

    /** Sends a frame and says what became of it. Never fails. */
    public Future<Delivery> send(Upload upload) {
        NetSocket current = socket;
        if (current == null) {
            return Future.succeededFuture(Delivery.NOT_CONNECTED);
        }
        if (!upload.answerWanted()) {
            write(current, upload);
            return Future.succeededFuture(Delivery.WRITTEN);
        }
        Waiting entry = new Waiting(upload, Promise.promise());
        Waiting before = waiting.put(upload.qn(), entry);
        if (before != null) {
            finish(before, Delivery.UNANSWERED); // the same QN twice: only one of them can be answered
        }
        write(current, upload);
        await(entry);
        return entry.promise.future();
    }

    /** What has happened so far. */
    public ClientCounters counters() {
        return tally.counters();
    }

    private void tryToConnect(long forSession) {
        attempt++;
        long pause = options.backoff(attempt).toMillis();
        if (pause == 0) {
            open(forSession);
        } else {
            vertx.setTimer(pause, timer -> open(forSession));
        }
    }

    private void open(long forSession) {
        if (forSession != session) {
            return;
        }
        net.connect(target)
                .onComplete(result -> context.runOnContext(ignored -> {
                    if (result.failed()) {
                        if (forSession == session) {
                            tally.failedConnects++;
                            listener.disconnected();
                            tryToConnect(forSession);
                        }
                        return;
                    }
                    if (forSession != session) {
                        result.result().close();
                        return;
                    }
                    stand(result.result(), forSession);
                }));
    }

    private void stand(NetSocket opened, long forSession) {
        socket = opened;
        attempt = 1;
        tally.connects++;
        Replies replies = new Replies(options.longestReply());
        opened.handler(bytes -> {
            long skipped = replies.read(bytes, this::received);
            tally.garbled += skipped; // behind: an answer among them may have counted itself
        });
        opened.exceptionHandler(failure -> opened.close());
        opened.closeHandler(ignored -> lost(opened, forSession));
        listener.connected();
    }

    private void lost(NetSocket closed, long forSession) {
        if (closed != socket || forSession != session) {
            return;
        }
        socket = null;
        cutAll();
        listener.disconnected();
        tryToConnect(forSession);
    }

    private void received(Frame frame) {
        if (Replies.isAnswer(frame)) {
            if (frame.crcMatches(CrcKind.HJ212)) {
                answered(frame);
            } else {
                tally.garbled++;
            }
        } else {
            tally.requests++;
            listener.requested(frame);
        }
    }

    private void answered(Frame frame) {
        Waiting entry = Replies.answeredNumber(frame).map(waiting::remove).orElse(null);
        if (entry == null) {
            tally.strayReplies++;
            return;
        }
        tally.acknowledged++;
        vertx.cancelTimer(entry.timer);
        entry.promise.complete(Delivery.ACKNOWLEDGED);
    }

    private void await(Waiting entry) {
        entry.timer = vertx.setTimer(options.answerTimeout().toMillis(), timer -> overdue(entry));
    }

    private void overdue(Waiting entry) {
        NetSocket current = socket;
        if (current == null) {
            return; // cut, and told so
        }
        if (entry.resends >= options.resends()) {
            waiting.remove(entry.upload.qn(), entry);
            tally.unanswered++;
            entry.promise.complete(Delivery.UNANSWERED);
            return;
        }
        entry.resends++;
        tally.resent++;
        write(current, entry.upload);
        await(entry);
    }

    private void write(NetSocket current, Upload upload) {
        tally.written++;
        writer.write(current, upload);
    }

    private void cutAll() {
        List<Waiting> cut = new ArrayList<>(waiting.values());
        waiting.clear();
        cut.forEach(entry -> finish(entry, Delivery.CUT));
    }

    private void finish(Waiting entry, Delivery delivery) {
        vertx.cancelTimer(entry.timer);
        entry.promise.complete(delivery);
    }

    /** A frame that was written and has no answer yet. */
    private static final class Waiting {
        private final Upload upload;
        private final Promise<Delivery> promise;
        private long timer;
        private int resends;

        Waiting(Upload upload, Promise<Delivery> promise) {
            this.upload = upload;
            this.promise = promise;
        }
    }

    /** The counters while they count. */
    private static final class Tally {
        private long connects;
        private long failedConnects;
        private long written;
        private long acknowledged;
        private long resent;
        private long unanswered;
        private long strayReplies;
        private long requests;
        private long garbled;

        ClientCounters counters() {
            return new ClientCounters(
                    connects,
                    failedConnects,
                    written,
                    acknowledged,
                    resent,
                    unanswered,
                    strayReplies,
                    requests,
                    garbled);
        }
    }
}
