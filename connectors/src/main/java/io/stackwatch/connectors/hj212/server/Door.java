package io.stackwatch.connectors.hj212.server;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.NetServer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The port of the acceptors of one server. The first that comes binds it; the others share it once it is bound, and fail with the
 * first without touching it: a start that failed could otherwise bind the port for a moment after it was reported as failed, because
 * somebody had just left it. Safe for use by several threads.
 */
final class Door {

    private final AtomicBoolean taken = new AtomicBoolean();
    private final Promise<NetServer> bound = Promise.promise();

    /** Listens, on the event loop of the acceptor that asks. */
    Future<NetServer> listen(NetServer server, Context loop) {
        if (taken.compareAndSet(false, true)) {
            return server.listen().onComplete(bound);
        }
        Promise<NetServer> shared = Promise.promise();
        bound.future()
                .onFailure(shared::fail)
                .onSuccess(open -> loop.runOnContext(on -> server.listen().onComplete(shared)));
        return shared.future();
    }
}
