package io.stackwatch.connectors.opcua.client;

import java.util.concurrent.Executor;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;

/** What the SDK tells of the session of a connection, on the source's executor. */
final class SessionNews implements SessionActivityListener {

    private final Executor serial;
    private final Runnable ended;
    private final Runnable begun;

    private SessionNews(Executor serial, Runnable ended, Runnable begun) {
        this.serial = serial;
        this.ended = ended;
        this.begun = begun;
    }

    /**
     * Listens as long as the connection is there.
     *
     * @param ended the session is no more
     * @param begun it is there again, or there is another one
     */
    static void of(OpcUaClient client, Executor serial, Runnable ended, Runnable begun) {
        client.addSessionActivityListener(new SessionNews(serial, ended, begun));
    }

    @Override
    public void onSessionInactive(UaSession session) {
        serial.execute(ended);
    }

    @Override
    public void onSessionActive(UaSession session) {
        serial.execute(begun);
    }
}
