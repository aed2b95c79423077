package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.clock.ScaledClock;
import java.util.concurrent.CompletableFuture;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.DefaultSubscriptionServiceSet;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.structured.NotificationMessage;
import org.eclipse.milo.opcua.stack.core.types.structured.PublishRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.PublishResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.RepublishRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.RepublishResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.TransferSubscriptionsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.TransferSubscriptionsResponse;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;

/**
 * Milo's subscriptions with the boilers' clock in their messages: Milo dates them by the wall. Where the server has no transfer
 * they stay with their session, as in many small servers.
 */
final class Subscriptions extends DefaultSubscriptionServiceSet {

    private final ScaledClock clock;
    private final boolean transfer;

    Subscriptions(OpcUaServer server, ScaledClock clock, boolean transfer) {
        super(server);
        this.clock = clock;
        this.transfer = transfer;
    }

    @Override
    public CompletableFuture<PublishResponse> onPublish(ServiceRequestContext context, PublishRequest request) {
        return super.onPublish(context, request)
                .thenApply(response -> new PublishResponse(
                        response.getResponseHeader(),
                        response.getSubscriptionId(),
                        response.getAvailableSequenceNumbers(),
                        response.getMoreNotifications(),
                        dated(response.getNotificationMessage()),
                        response.getResults(),
                        response.getDiagnosticInfos()));
    }

    @Override
    public RepublishResponse onRepublish(ServiceRequestContext context, RepublishRequest request) throws UaException {
        RepublishResponse response = super.onRepublish(context, request);
        return new RepublishResponse(response.getResponseHeader(), dated(response.getNotificationMessage()));
    }

    @Override
    public TransferSubscriptionsResponse onTransferSubscriptions(
            ServiceRequestContext context, TransferSubscriptionsRequest request) throws UaException {
        if (!transfer) {
            throw new UaException(StatusCodes.Bad_ServiceUnsupported);
        }
        return super.onTransferSubscriptions(context, request);
    }

    private NotificationMessage dated(NotificationMessage message) {
        return new NotificationMessage(
                message.getSequenceNumber(),
                new DateTime(clock.at(message.getPublishTime().getJavaInstant())),
                message.getNotificationData());
    }
}
