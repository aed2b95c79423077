package io.stackwatch.simulator.boiler.server;

import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.DefaultSubscriptionServiceSet;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.structured.TransferSubscriptionsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.TransferSubscriptionsResponse;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;

/** Subscriptions that stay with their session, as in many small servers. */
final class NoTransfer extends DefaultSubscriptionServiceSet {

    NoTransfer(OpcUaServer server) {
        super(server);
    }

    @Override
    public TransferSubscriptionsResponse onTransferSubscriptions(
            ServiceRequestContext context, TransferSubscriptionsRequest request) throws UaException {
        throw new UaException(StatusCodes.Bad_ServiceUnsupported);
    }
}
