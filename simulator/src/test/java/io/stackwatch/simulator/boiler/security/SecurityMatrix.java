package io.stackwatch.simulator.boiler.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.source.Identity;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.Security.Mode;
import io.stackwatch.connectors.opcua.source.Security.Policy;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our connector against a server, in every policy and as everybody; and everything that must not work. The same for each
 * server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SecurityMatrix {

    private static final String OUR_APPLICATION = "urn:stackwatch:test:connector";
    private static final Duration LONG = Duration.ofDays(4_000);
    private static final Identity ANONYMOUS = new Identity.Anonymous();
    private static final Identity OPERATOR = new Identity.UserPassword("operator", "right");

    private Path folder;
    private Peer peer;
    private TrustStore trust;
    private Papers user;

    /** A server that trusts nobody yet. */
    abstract Peer peer(Path place) throws Exception;

    /** A server whose own certificate was valid until yesterday. */
    abstract Peer expiredPeer(Path place) throws Exception;

    @BeforeAll
    void aServerThatKnowsUs(@TempDir Path place) throws Exception {
        folder = place;
        Instant now = now();
        peer = peer(folder.resolve("peer"));
        trust = TrustStore.open(folder.resolve("ours"), OUR_APPLICATION, now);
        user = Papers.make(folder, "user", "urn:stackwatch:test:user", now.minus(LONG), now.plus(LONG));
        peer.trust(trust.own().certificate());
        peer.admit(user.certificate());
        trustTheServer();
    }

    @AfterAll
    void noServer() throws Exception {
        if (peer != null) {
            peer.close();
        }
    }

    static List<Security> policies() {
        return List.of(
                Security.none(),
                new Security(Policy.BASIC256_SHA256, Mode.SIGN),
                new Security(Policy.BASIC256_SHA256, Mode.SIGN_AND_ENCRYPT),
                new Security(Policy.AES256_SHA256_RSA_PSS, Mode.SIGN),
                new Security(Policy.AES256_SHA256_RSA_PSS, Mode.SIGN_AND_ENCRYPT));
    }

    static Stream<Security> securePolicies() {
        return policies().stream().filter(security -> security.mode() == Mode.SIGN_AND_ENCRYPT);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whoeverIsKnownIsServed(Security security) throws Exception {
        for (Identity identity : List.of(ANONYMOUS, OPERATOR, certificate(user))) {
            SourceStatus end = end(security, identity, trust);
            assertEquals(SourceState.CONNECTED, end.state(), identity + ": " + end);
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aWrongPasswordIsRefused(Security security) throws Exception {
        SourceStatus end = end(security, new Identity.UserPassword("operator", "wrong"), trust);

        assertEquals(SourceState.BAD_IDENTITY, end.state(), end.toString());
        assertTrue(
                List.of("BAD_USERACCESSDENIED", "BAD_IDENTITYTOKENREJECTED", "BAD_IDENTITYTOKENINVALID")
                        .contains(end.reason()),
                end.toString());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aHolderOfAnUnknownCertificateIsRefused(Security security) throws Exception {
        Papers stranger =
                Papers.make(folder, "stranger", "urn:stackwatch:test:stranger", now().minus(LONG), now().plus(LONG));

        SourceStatus end = end(security, certificate(stranger), trust);
        assertEquals(SourceState.BAD_IDENTITY, end.state(), end.toString());
    }

    @ParameterizedTest
    @MethodSource("securePolicies")
    void aClientThatTheServerDoesNotTrustIsRefused(Security security) throws Exception {
        TrustStore stranger =
                TrustStore.open(folder.resolve("stranger-" + security.hashCode()), OUR_APPLICATION, now());

        assertRefused(endTrusting(security, ANONYMOUS, stranger));
    }

    @ParameterizedTest
    @MethodSource("securePolicies")
    void anExpiredClientIsRefusedThoughTheServerKnowsIt(Security security) throws Exception {
        TrustStore old =
                TrustStore.open(folder.resolve("old-" + security.hashCode()), OUR_APPLICATION, now().minus(LONG));
        peer.trust(old.own().certificate());

        assertRefused(endTrusting(security, ANONYMOUS, old));
    }

    @ParameterizedTest
    @MethodSource("securePolicies")
    void aServerThatWeDoNotTrustIsRefusedUntilAPersonActs(Security security) throws Exception {
        TrustStore careful = TrustStore.open(folder.resolve("careful-" + security.hashCode()), OUR_APPLICATION, now());
        peer.trust(careful.own().certificate());

        SourceStatus refused = end(security, OPERATOR, careful);
        assertEquals(SourceState.CERTIFICATE_REFUSED, refused.state(), refused.toString());
        assertEquals("NOT_TRUSTED", refused.reason());
        assertEquals(
                refused.refusedThumbprint(),
                careful.rejected().stream().map(known -> known.thumbprint()).findFirst());

        assertEquals(
                SourceState.CONNECTED, endTrusting(security, OPERATOR, careful).state());
    }

    @Test
    void anExpiredServerIsRefusedThoughWeTrustIt() throws Exception {
        try (Peer expired = expiredPeer(folder.resolve("expired"))) {
            expired.trust(trust.own().certificate());
            Security security = new Security(Policy.BASIC256_SHA256, Mode.SIGN_AND_ENCRYPT);
            try (Attempt attempt = Attempt.start(expired, security, OPERATOR, trust)) {
                SourceStatus end = attempt.endTrusting();
                assertEquals(SourceState.CERTIFICATE_REFUSED, end.state(), end.toString());
                assertNotEquals("NOT_TRUSTED", end.reason());
            }
        }
    }

    private void assertRefused(SourceStatus end) {
        SourceState expected = peer.saysWhyItRefusesAClient() ? SourceState.BAD_IDENTITY : SourceState.CONNECTING;
        assertEquals(expected, end.state(), end.toString());
        assertEquals(0, end.counts().connects(), end.toString());
    }

    private void trustTheServer() throws Exception {
        assertEquals(
                SourceState.CONNECTED,
                endTrusting(new Security(Policy.BASIC256_SHA256, Mode.SIGN_AND_ENCRYPT), ANONYMOUS, trust)
                        .state());
    }

    private SourceStatus end(Security security, Identity identity, TrustStore ours) throws Exception {
        try (Attempt attempt = Attempt.start(peer, security, identity, ours)) {
            return attempt.end();
        }
    }

    private SourceStatus endTrusting(Security security, Identity identity, TrustStore ours) throws Exception {
        try (Attempt attempt = Attempt.start(peer, security, identity, ours)) {
            return attempt.endTrusting();
        }
    }

    private static Identity certificate(Papers papers) {
        return new Identity.CertificateIdentity(papers.certificateFile(), papers.keyFile());
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
