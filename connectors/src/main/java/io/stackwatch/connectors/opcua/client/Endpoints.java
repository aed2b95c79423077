package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.source.Identity;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/** Which of the endpoints that a server offers is the one that a source is told to use; pure. */
final class Endpoints {

    private Endpoints() {}

    /**
     * The endpoint with exactly the security and the kind of login that are configured, at the address that is configured:
     * what a server says about its own address is often of no use from outside.
     */
    static EndpointDescription choose(List<EndpointDescription> offered, SourceSettings settings) throws CannotOpen {
        List<EndpointDescription> secured = offered.stream()
                .filter(endpoint -> settings.security().policy().uri().equals(endpoint.getSecurityPolicyUri())
                        && mode(settings.security().mode()) == endpoint.getSecurityMode())
                .toList();
        if (secured.isEmpty()) {
            throw notOffered("SECURITY_NOT_OFFERED");
        }
        EndpointDescription chosen = secured.stream()
                .filter(endpoint ->
                        !tokens(endpoint, tokenType(settings.identity())).isEmpty())
                .max(Comparator.comparingInt(
                        endpoint -> endpoint.getSecurityLevel().intValue()))
                .orElseThrow(() -> notOffered("LOGIN_NOT_OFFERED"));
        if (settings.identity() instanceof Identity.UserPassword
                && sealing(chosen).isEmpty()) {
            throw notOffered("PASSWORD_IN_CLEAR");
        }
        return EndpointUtil.updateUrl(
                chosen, EndpointUtil.getHost(settings.endpointUrl()), EndpointUtil.getPort(settings.endpointUrl()));
    }

    /** The first way of handing over a password that does not show it to whoever is on the line. */
    static Optional<UserTokenPolicy> sealing(EndpointDescription endpoint) {
        return tokens(endpoint, UserTokenType.UserName).stream()
                .filter(token -> !SecurityPolicy.None.getUri().equals(policy(token, endpoint))
                        || endpoint.getSecurityMode() == MessageSecurityMode.SignAndEncrypt)
                .findFirst();
    }

    /** Whether anything is signed or sealed for the server's certificate, so that it must be trusted. */
    static boolean needsTrust(SourceSettings settings) {
        return settings.security().policy() != Security.Policy.NONE
                || settings.identity() instanceof Identity.UserPassword;
    }

    private static String policy(UserTokenPolicy token, EndpointDescription endpoint) {
        String own = token.getSecurityPolicyUri();
        return own == null || own.isEmpty() ? endpoint.getSecurityPolicyUri() : own;
    }

    private static List<UserTokenPolicy> tokens(EndpointDescription endpoint, UserTokenType type) {
        UserTokenPolicy[] offered = endpoint.getUserIdentityTokens();
        return offered == null
                ? List.of()
                : Stream.of(offered)
                        .filter(token -> token.getTokenType() == type)
                        .toList();
    }

    private static UserTokenType tokenType(Identity identity) {
        return identity.match(
                anonymous -> UserTokenType.Anonymous,
                userPassword -> UserTokenType.UserName,
                certificate -> UserTokenType.Certificate);
    }

    private static MessageSecurityMode mode(Security.Mode mode) {
        return switch (mode) {
            case NONE -> MessageSecurityMode.None;
            case SIGN -> MessageSecurityMode.Sign;
            case SIGN_AND_ENCRYPT -> MessageSecurityMode.SignAndEncrypt;
        };
    }

    private static CannotOpen notOffered(String reason) {
        return new CannotOpen(SourceState.NOT_OFFERED, reason, Optional.empty());
    }
}
