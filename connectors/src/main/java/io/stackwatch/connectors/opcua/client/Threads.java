package io.stackwatch.connectors.opcua.client;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads that all sources of a connector share, however many they are. */
final class Threads {

    private final EventLoopGroup loops;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final HashedWheelTimer wheel;

    Threads(int count) {
        loops = new MultiThreadIoEventLoopGroup(
                count, new DefaultThreadFactory("opcua-loop", true), NioIoHandler.newFactory());
        workers = Executors.newFixedThreadPool(count, new DefaultThreadFactory("opcua-worker", true));
        timer = Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("opcua-timer", true));
        wheel = new HashedWheelTimer(new DefaultThreadFactory("opcua-wheel", true));
    }

    EventLoopGroup loops() {
        return loops;
    }

    ExecutorService workers() {
        return workers;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    HashedWheelTimer wheel() {
        return wheel;
    }

    /** Runs a short task after a pause, unless stopped before. */
    void later(Duration pause, Runnable task) {
        try {
            var unused = timer.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            // nothing is left to do
        }
    }

    /** After everything that uses them has stopped. */
    void stop() {
        timer.shutdownNow();
        wheel.stop();
        var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        workers.shutdown();
    }
}
