package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.StatusCodes;

/** What became of the nodes of a reading of history, one by one. Not safe for use by several threads. */
final class NodesRead {

    /** What a server says that keeps no history, of a node or at all. */
    private static final Set<Long> NOT_OFFERED = Set.of(
            StatusCodes.Bad_HistoryOperationUnsupported,
            StatusCodes.Bad_HistoryOperationInvalid,
            StatusCodes.Bad_ServiceUnsupported,
            StatusCodes.Bad_NotSupported,
            StatusCodes.Bad_NotImplemented,
            StatusCodes.Bad_NotReadable,
            StatusCodes.Bad_UserAccessDenied,
            StatusCodes.Bad_NodeIdUnknown);

    private final List<Unread.Node> named = new ArrayList<>();
    private long complete;
    private long notOffered;
    private long failed;

    /** Whether a server that says this keeps no history, so that asking again is of no use. */
    static boolean isFinal(long status) {
        return NOT_OFFERED.contains(status);
    }

    /** A node was read to the end of the cut. */
    void read() {
        complete++;
    }

    /** A node was not, and why. */
    void unread(String node, long status) {
        if (isFinal(status)) {
            notOffered++;
        } else {
            failed++;
        }
        if (named.size() < Unread.MAX_NAMED) {
            named.add(new Unread.Node(node, status));
        }
    }

    Unread unread() {
        return new Unread(notOffered + failed, named);
    }

    Batch.Outcome outcome() {
        if (failed == 0 && notOffered == 0) {
            return Batch.Outcome.COMPLETE;
        } else if (complete > 0) {
            return Batch.Outcome.PARTLY;
        }
        return failed > 0 ? Batch.Outcome.FAILED : Batch.Outcome.NOT_OFFERED;
    }
}
