package io.stackwatch.simulator.fault;

import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Plays steps on one connection, one after the other; what comes while it pauses waits its turn. */
final class WireScript {

    /** More than this waits for nothing: what comes then is dropped, as a full device does. */
    private static final int BOUND = 20_000;

    private final Vertx vertx;
    private final NetSocket socket;
    private final Deque<WireStep> steps = new ArrayDeque<>();
    private boolean pausing;

    WireScript(Vertx vertx, NetSocket socket) {
        this.vertx = vertx;
        this.socket = socket;
    }

    boolean isFor(NetSocket other) {
        return socket == other;
    }

    void play(List<WireStep> more) {
        if (steps.size() + more.size() <= BOUND) {
            steps.addAll(more);
        }
        goOn();
    }

    private void goOn() {
        while (!pausing && !steps.isEmpty()) {
            WireStep step = steps.removeFirst();
            step.<Boolean>match(
                    write -> {
                        socket.write(write.bytes());
                        return true;
                    },
                    pause -> {
                        pausing = true;
                        vertx.setTimer(Math.max(1, pause.length().toMillis()), timer -> {
                            pausing = false;
                            goOn();
                        });
                        return true;
                    },
                    () -> {
                        steps.clear();
                        reset(socket);
                        return true;
                    });
        }
    }

    /** With a linger time of zero the kernel sends a reset instead of an orderly end. */
    private static void reset(NetSocket socket) {
        ((NetSocketInternal) socket).channelHandlerContext().channel().config().setOption(ChannelOption.SO_LINGER, 0);
        socket.close();
    }
}
