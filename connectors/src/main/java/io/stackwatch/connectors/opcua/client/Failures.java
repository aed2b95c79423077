package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.source.SourceState;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;

/** What a failure means for the source; pure. */
final class Failures {

    /** The server does not take our login. */
    private static final Set<Long> LOGIN = Set.of(
            StatusCodes.Bad_IdentityTokenInvalid,
            StatusCodes.Bad_IdentityTokenRejected,
            StatusCodes.Bad_UserAccessDenied,
            StatusCodes.Bad_UserSignatureInvalid,
            StatusCodes.Bad_IdentityChangeNotSupported);

    /** The server does not take our certificate; its own was judged before. */
    private static final Set<Long> CERTIFICATE = Set.of(
            StatusCodes.Bad_SecurityChecksFailed,
            StatusCodes.Bad_CertificateInvalid,
            StatusCodes.Bad_CertificateUntrusted,
            StatusCodes.Bad_CertificateTimeInvalid,
            StatusCodes.Bad_CertificateIssuerTimeInvalid,
            StatusCodes.Bad_CertificateUriInvalid,
            StatusCodes.Bad_CertificateUseNotAllowed,
            StatusCodes.Bad_CertificateRevoked,
            StatusCodes.Bad_CertificateRevocationUnknown,
            StatusCodes.Bad_ApplicationSignatureInvalid);

    /** The session or its channel is no more; says nothing about what was asked. */
    private static final Set<Long> SESSION = Set.of(
            StatusCodes.Bad_SessionIdInvalid,
            StatusCodes.Bad_SessionClosed,
            StatusCodes.Bad_SessionNotActivated,
            StatusCodes.Bad_SecureChannelIdInvalid,
            StatusCodes.Bad_SecureChannelClosed,
            StatusCodes.Bad_ConnectionClosed,
            StatusCodes.Bad_Timeout);

    private Failures() {}

    /** Whether a request failed with its session, so that another may succeed. */
    static boolean isOfTheSession(Throwable failure) {
        return status(failure).filter(SESSION::contains).isPresent();
    }

    /** How a source stands after this failure of connecting. */
    static CannotOpen judge(Throwable failure) {
        Throwable cause = root(failure);
        if (cause instanceof CannotOpen known) {
            return known;
        }
        long code = status(failure).orElse(0L);
        boolean ours = LOGIN.contains(code) || CERTIFICATE.contains(code);
        return new CannotOpen(
                ours ? SourceState.BAD_IDENTITY : SourceState.CONNECTING, reason(failure), Optional.empty());
    }

    /** The StatusCode of a failure, if it has one. */
    static Optional<Long> status(Throwable failure) {
        return UaException.extract(failure)
                .map(found -> found.getStatusCode().value() & 0xFFFF_FFFFL)
                .filter(code -> code != 0);
    }

    /** A failure in one word of capitals, such as {@code BAD_TIMEOUT} or {@code CONNECTION_REFUSED}. */
    static String reason(Throwable failure) {
        Throwable cause = root(failure);
        if (cause instanceof ConnectException) {
            return "CONNECTION_REFUSED";
        } else if (cause instanceof NoRouteToHostException) {
            return "NO_ROUTE";
        } else if (cause instanceof UnknownHostException) {
            return "UNKNOWN_HOST";
        } else if (cause instanceof TimeoutException) {
            return "TIMEOUT";
        }
        return status(failure).map(Failures::name).orElse("FAILED");
    }

    /** The name of a StatusCode in capitals. */
    static String name(long code) {
        return StatusCodes.lookup(code)
                .map(found -> found[0].toUpperCase(Locale.ROOT))
                .orElseGet(() -> "STATUS_%08X".formatted(code));
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException
                        || cause instanceof ExecutionException
                        || cause instanceof UaException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
