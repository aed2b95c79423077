package io.stackwatch.simulator.boiler.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * A certificate with its key in two PEM files.
 *
 * @param certificate what is in the first
 * @param certificateFile the certificate
 * @param keyFile its key, PKCS 8
 */
record Papers(X509Certificate certificate, Path certificateFile, Path keyFile) {

    static Papers make(Path folder, String name, String applicationUri, Instant from, Instant to) throws Exception {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2_048);
        X509Certificate certificate = new SelfSignedCertificateGenerator()
                .generateSelfSigned(
                        keys,
                        Date.from(from),
                        Date.from(to),
                        name,
                        "stackwatch tests",
                        null,
                        null,
                        null,
                        null,
                        applicationUri,
                        List.of("localhost"),
                        List.of("127.0.0.1"),
                        SelfSignedCertificateBuilder.SA_SHA256_RSA);
        Files.createDirectories(folder);
        Path certificateFile = pem(folder.resolve(name + ".pem"), "CERTIFICATE", certificate.getEncoded());
        Path keyFile = pem(
                folder.resolve(name + ".key"), "PRIVATE KEY", keys.getPrivate().getEncoded());
        return new Papers(certificate, certificateFile, keyFile);
    }

    /** The certificate alone, in a DER file. */
    static Path der(Path folder, X509Certificate certificate) throws IOException, CertificateEncodingException {
        Files.createDirectories(folder);
        Path file = folder.resolve(certificate.getSerialNumber().toString(16) + ".der");
        return Files.write(file, certificate.getEncoded());
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                        + "\n-----END " + kind + "-----\n");
    }
}
