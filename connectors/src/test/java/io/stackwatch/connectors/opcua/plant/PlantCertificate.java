package io.stackwatch.connectors.opcua.plant;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** A certificate with its keys, made for a test. */
public record PlantCertificate(KeyPair keys, X509Certificate certificate) {

    /** What the plant calls itself. */
    public static final String URI = "urn:stackwatch:test:plant";

    /** One that is in order. */
    public static PlantCertificate make() {
        Instant now = Instant.now();
        return make(URI, now.minusSeconds(3600), now.plusSeconds(400 * 86_400L));
    }

    /** One for this application and time. */
    public static PlantCertificate make(String applicationUri, Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            return new PlantCertificate(
                    keys,
                    new SelfSignedCertificateGenerator()
                            .generateSelfSigned(
                                    keys,
                                    Date.from(from),
                                    Date.from(until),
                                    "plant",
                                    "plant",
                                    null,
                                    null,
                                    null,
                                    null,
                                    applicationUri,
                                    List.of("localhost"),
                                    List.of("127.0.0.1"),
                                    "SHA256withRSA"));
        } catch (Exception cannot) {
            throw new IllegalStateException(cannot);
        }
    }
}
