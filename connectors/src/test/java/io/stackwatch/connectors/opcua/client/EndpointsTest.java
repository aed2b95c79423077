package io.stackwatch.connectors.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.connectors.opcua.source.Identity;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.core.registry.Mn;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private static final SourceSettings SOURCE = SourceSettings.of(new Mn("B01"), "opc.tcp://10.1.2.3:4841", List.of());
    private static final SourceSettings SECURED =
            SOURCE.withSecurity(new Security(Security.Policy.BASIC256_SHA256, Security.Mode.SIGN_AND_ENCRYPT));
    private static final Identity USER = new Identity.UserPassword("reader", "secret");
    private static final UserTokenPolicy NOBODY = token(UserTokenType.Anonymous, null);

    private static UserTokenPolicy token(UserTokenType type, @Nullable SecurityPolicy policy) {
        return new UserTokenPolicy(type.name(), type, null, null, policy == null ? null : policy.getUri());
    }

    private static EndpointDescription offered(
            SecurityPolicy policy, MessageSecurityMode mode, int level, UserTokenPolicy... tokens) {
        return new EndpointDescription(
                "opc.tcp://plc-7.plant.internal:4840/boilers",
                null,
                ByteString.NULL_VALUE,
                mode,
                policy.getUri(),
                tokens,
                Stack.TCP_UASC_UABINARY_TRANSPORT_URI,
                ubyte(level));
    }

    private static EndpointDescription open(UserTokenPolicy... tokens) {
        return offered(SecurityPolicy.None, MessageSecurityMode.None, 0, tokens);
    }

    private static EndpointDescription sealed(UserTokenPolicy... tokens) {
        return offered(SecurityPolicy.Basic256Sha256, MessageSecurityMode.SignAndEncrypt, 3, tokens);
    }

    private static void notOffered(String reason, SourceSettings settings, EndpointDescription... offered) {
        CannotOpen why = assertThrows(CannotOpen.class, () -> Endpoints.choose(List.of(offered), settings));
        assertEquals(SourceState.NOT_OFFERED, why.state());
        assertEquals(reason, why.reason());
    }

    @Test
    void exactlyTheConfiguredSecurityIsTakenAndNothingWeaker() throws CannotOpen {
        EndpointDescription signed = offered(SecurityPolicy.Basic256Sha256, MessageSecurityMode.Sign, 2, NOBODY);
        EndpointDescription other =
                offered(SecurityPolicy.Aes256_Sha256_RsaPss, MessageSecurityMode.SignAndEncrypt, 4, NOBODY);
        EndpointDescription chosen = Endpoints.choose(List.of(open(NOBODY), signed, sealed(NOBODY), other), SECURED);
        assertEquals(SecurityPolicy.Basic256Sha256.getUri(), chosen.getSecurityPolicyUri());
        assertEquals(MessageSecurityMode.SignAndEncrypt, chosen.getSecurityMode());
        notOffered("SECURITY_NOT_OFFERED", SECURED, open(NOBODY), signed, other);
    }

    @Test
    void theConfiguredAddressWinsOverTheOneThatTheServerNames() throws CannotOpen {
        assertEquals(
                "opc.tcp://10.1.2.3:4841/boilers",
                Endpoints.choose(List.of(open(NOBODY)), SOURCE).getEndpointUrl());
    }

    @Test
    void aLoginThatIsNotOfferedIsSaid() {
        notOffered("LOGIN_NOT_OFFERED", SECURED.withIdentity(USER), sealed(NOBODY));
        notOffered("LOGIN_NOT_OFFERED", SOURCE, open(token(UserTokenType.UserName, SecurityPolicy.Basic256Sha256)));
    }

    @Test
    void aPasswordGoesOverASealedLineOrSealedByItself() throws CannotOpen {
        SourceSettings openLine = SOURCE.withIdentity(USER);
        notOffered("PASSWORD_IN_CLEAR", openLine, open(token(UserTokenType.UserName, null)));
        notOffered("PASSWORD_IN_CLEAR", openLine, open(token(UserTokenType.UserName, SecurityPolicy.None)));
        Endpoints.choose(List.of(open(token(UserTokenType.UserName, SecurityPolicy.Basic256Sha256))), openLine);
        Endpoints.choose(
                List.of(sealed(token(UserTokenType.UserName, SecurityPolicy.None))), SECURED.withIdentity(USER));
    }
}
