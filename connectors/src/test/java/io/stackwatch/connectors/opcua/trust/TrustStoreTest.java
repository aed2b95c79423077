package io.stackwatch.connectors.opcua.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.plant.PlantCertificate;
import io.stackwatch.connectors.opcua.trust.CertificateVerdict.Reason;
import io.stackwatch.connectors.opcua.trust.CertificateVerdict.Refused;
import io.stackwatch.connectors.opcua.trust.CertificateVerdict.Trusted;
import io.stackwatch.connectors.opcua.trust.CertificateVerdict.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Optional<String> PLANT = Optional.of(PlantCertificate.URI);
    private static final X509Certificate SHOWN = PlantCertificate.make(
                    PlantCertificate.URI, NOW.minus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(100)))
            .certificate();
    private static final String THUMBPRINT = Certificates.thumbprint(SHOWN);

    @TempDir
    private Path folder;

    private TrustStore store;

    @BeforeEach
    void open() throws IOException {
        store = TrustStore.open(folder, "urn:stackwatch:here", NOW);
    }

    private CertificateVerdict judgeAt(Instant now) {
        return store.judge(List.of(SHOWN), PLANT, "localhost", now);
    }

    private void trust() {
        judgeAt(NOW);
        assertTrue(store.accept(THUMBPRINT));
    }

    @Test
    void whatNobodyHasTrustedIsRefusedAndKeptToBeLookedAt() {
        assertEquals(new Refused(Reason.NOT_TRUSTED, THUMBPRINT), judgeAt(NOW));
        assertEquals(new Refused(Reason.NOT_TRUSTED, THUMBPRINT), judgeAt(NOW), "asking twice trusts nobody");
        assertEquals(
                List.of(THUMBPRINT),
                store.rejected().stream().map(KnownCertificate::thumbprint).toList());
        assertEquals(List.of(), store.trusted());
        assertEquals(PlantCertificate.URI, store.rejected().get(0).applicationUri());
    }

    @Test
    void oneActTrustsItAndOneTakesTheTrustBack() {
        trust();
        assertEquals(new Trusted(Set.of()), judgeAt(NOW));
        assertEquals(List.of(), store.rejected());
        assertTrue(store.withdraw(THUMBPRINT));
        assertEquals(new Refused(Reason.NOT_TRUSTED, THUMBPRINT), judgeAt(NOW));
    }

    @Test
    void onlyWhatWasShownCanBeTrusted() {
        assertFalse(store.accept(THUMBPRINT));
        assertFalse(store.accept("../own"));
        assertFalse(store.withdraw(THUMBPRINT));
    }

    @Test
    void trustHoldsAcrossAStart() throws IOException {
        trust();
        X509Certificate own = store.own().certificate();
        store = TrustStore.open(folder, "urn:stackwatch:other", NOW.plusSeconds(1));
        assertEquals(new Trusted(Set.of()), judgeAt(NOW));
        assertEquals(own, store.own().certificate(), "our own is made once");
        assertEquals("urn:stackwatch:here", store.own().applicationUri());
    }

    @Test
    void aTrustedCertificateIsGoodInItsTimeOnly() {
        trust();
        Instant begin = SHOWN.getNotBefore().toInstant();
        Instant end = SHOWN.getNotAfter().toInstant();
        assertEquals(new Refused(Reason.NOT_YET_VALID, THUMBPRINT), judgeAt(begin.minusSeconds(1)));
        assertEquals(new Trusted(Set.of()), judgeAt(begin));
        assertEquals(new Trusted(Set.of(Warning.EXPIRES_SOON)), judgeAt(end));
        assertEquals(new Refused(Reason.EXPIRED, THUMBPRINT), judgeAt(end.plusSeconds(1)));
    }

    @Test
    void anotherApplicationIsAnErrorAndAnotherHostAWarning() {
        trust();
        assertEquals(
                new Refused(Reason.OTHER_APPLICATION, THUMBPRINT),
                store.judge(List.of(SHOWN), Optional.of("urn:somebody:else"), "localhost", NOW));
        assertEquals(new Trusted(Set.of(Warning.OTHER_HOST)), store.judge(List.of(SHOWN), PLANT, "10.1.2.3", NOW));
        assertEquals(new Trusted(Set.of()), store.judge(List.of(SHOWN), PLANT, "127.0.0.1", NOW));
    }

    @Test
    void noCertificateIsNoTrust() {
        assertEquals(new Refused(Reason.NO_CERTIFICATE, ""), store.judge(List.of(), PLANT, "localhost", NOW));
    }

    @Test
    void rejectedCertificatesAreBoundedInNumber() throws Exception {
        Path rejected = folder.resolve("rejected");
        for (int i = 0; i < TrustStore.MAX_REJECTED; i++) {
            Path file = Files.writeString(rejected.resolve("old" + i), "junk");
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(NOW.plusSeconds(i)));
        }
        judgeAt(NOW);
        try (var files = Files.list(rejected)) {
            assertEquals(TrustStore.MAX_REJECTED, files.count());
        }
        assertFalse(Files.exists(rejected.resolve("old0")), "the oldest goes first");
        assertEquals(1, store.rejected().size());
    }

    @Test
    void ourKeyIsReadableByUsAloneAndShownToNobody() throws IOException {
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("own.key"))));
        assertEquals(
                "OwnCertificate[" + Certificates.thumbprint(store.own().certificate()) + "]",
                store.own().toString());
        assertEquals(
                store.own().certificate().getPublicKey(), store.own().keyPair().getPublic());
    }
}
