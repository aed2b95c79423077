package io.stackwatch.simulator.boiler.server;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;

/** The endpoints of a boiler server: no security, and two policies each signed, and signed and encrypted. */
final class Endpoints {

    /** Secrets of users are encrypted, or signed for, with this where the channel itself is open. */
    private static final SecurityPolicy FOR_SECRETS = SecurityPolicy.Basic256Sha256;

    private Endpoints() {}

    static Set<EndpointConfig> of(String bind, String host, int port, X509Certificate certificate, boolean anonymous) {
        EndpointConfig.Builder base = EndpointConfig.newBuilder()
                .setBindAddress(bind)
                .setBindPort(port)
                .setHostname(host)
                .setPath("")
                .setCertificate(certificate);
        Set<EndpointConfig> endpoints = new LinkedHashSet<>();
        endpoints.add(with(base, SecurityPolicy.None, MessageSecurityMode.None, anonymous));
        for (SecurityPolicy policy : List.of(SecurityPolicy.Basic256Sha256, SecurityPolicy.Aes256_Sha256_RsaPss)) {
            endpoints.add(with(base, policy, MessageSecurityMode.Sign, anonymous));
            endpoints.add(with(base, policy, MessageSecurityMode.SignAndEncrypt, anonymous));
        }
        return endpoints;
    }

    private static EndpointConfig with(
            EndpointConfig.Builder base, SecurityPolicy policy, MessageSecurityMode mode, boolean anonymous) {
        EndpointConfig.Builder builder = base.copy().setSecurityPolicy(policy).setSecurityMode(mode);
        tokens(policy, anonymous).forEach(builder::addTokenPolicy);
        return builder.build();
    }

    private static List<UserTokenPolicy> tokens(SecurityPolicy policy, boolean anonymous) {
        String secret = (policy == SecurityPolicy.None ? FOR_SECRETS : policy).getUri();
        List<UserTokenPolicy> tokens = new ArrayList<>();
        if (anonymous) {
            tokens.add(new UserTokenPolicy("anonymous", UserTokenType.Anonymous, null, null, null));
        }
        tokens.add(new UserTokenPolicy("user", UserTokenType.UserName, null, null, secret));
        tokens.add(new UserTokenPolicy("certificate", UserTokenType.Certificate, null, null, secret));
        return tokens;
    }
}
