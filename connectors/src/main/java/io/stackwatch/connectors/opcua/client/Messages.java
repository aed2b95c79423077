package io.stackwatch.connectors.opcua.client;

import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.types.structured.NotificationMessage;

/** What a subscription brings over one connection: values go to the intake, what it says about itself to the line. */
final class Messages implements Publishing.Receiver {

    /** Whoever acts on what a subscription says about itself. */
    interface Told {

        /** Values are missing, though the subscription lives. */
        void missed(OpcUaClient over, String reason);

        /**
         * The subscription is not this session's any more.
         *
         * @param forgotten whether the server does not know it at all
         */
        void gone(OpcUaClient over, String reason, boolean forgotten);
    }

    private final OpcUaClient over;
    private final Intake intake;
    private final Book book;
    private final Told told;

    Messages(OpcUaClient over, Intake intake, Book book, Told told) {
        this.over = over;
        this.intake = intake;
        this.book = book;
        this.told = told;
    }

    @Override
    public void message(NotificationMessage message, Runnable durable) {
        intake.message(message, book, over.getStaticEncodingContext(), this::overflow, durable)
                .ifPresent(status -> gone(Failures.name(status), true));
    }

    @Override
    public void hole() {
        told.missed(over, "MESSAGES_LOST");
    }

    /** The server's queue was too short for what came between two messages. */
    private void overflow() {
        told.missed(over, "QUEUE_OVERFLOW");
    }

    @Override
    public void gone(String reason, boolean forgotten) {
        told.gone(over, reason, forgotten);
    }
}
