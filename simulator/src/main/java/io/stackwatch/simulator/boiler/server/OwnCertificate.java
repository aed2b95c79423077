package io.stackwatch.simulator.boiler.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * The server's own certificate with its key, kept as {@code own/server.der} and {@code own/server.key} (PKCS 8, readable
 * by its owner only).
 */
record OwnCertificate(KeyPair keys, X509Certificate certificate) {

    /** The application URI of every boiler server. */
    static final String APPLICATION_URI = "urn:stackwatch:simulator:boiler-server";

    private static final int BITS = 2_048;
    private static final int YEARS = 10;

    /** The one in the folder, made if there is none. */
    static OwnCertificate loadOrMake(ServerOptions options, LocalDate today)
            throws IOException, GeneralSecurityException {
        return Files.exists(certificateFile(options)) ? load(options) : make(options, today);
    }

    /** Another one in place of what is in the folder. */
    static OwnCertificate make(ServerOptions options, LocalDate today) throws IOException, GeneralSecurityException {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(BITS);
        OwnCertificate made = new OwnCertificate(keys, selfSigned(keys, options, today));
        Path own = Files.createDirectories(options.folder().resolve("own"));
        Path key = own.resolve("server.key");
        Files.deleteIfExists(key);
        if (own.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(key, keys.getPrivate().getEncoded());
        Files.write(certificateFile(options), made.certificate.getEncoded());
        return made;
    }

    private static OwnCertificate load(ServerOptions options) throws IOException, GeneralSecurityException {
        byte[] encoded = Files.readAllBytes(certificateFile(options));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        byte[] key = Files.readAllBytes(options.folder().resolve("own").resolve("server.key"));
        PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        return new OwnCertificate(new KeyPair(certificate.getPublicKey(), privateKey), certificate);
    }

    private static X509Certificate selfSigned(KeyPair keys, ServerOptions options, LocalDate today)
            throws GeneralSecurityException {
        LocalDate last = options.validUntil().orElse(today.plusYears(YEARS));
        LocalDate first = last.isBefore(today) ? last.minusYears(1) : today.minusDays(1);
        List<String> names =
                options.host().equals("localhost") ? List.of("localhost") : List.of(options.host(), "localhost");
        try {
            return new SelfSignedCertificateGenerator()
                    .generateSelfSigned(
                            keys,
                            Date.from(first.atStartOfDay(ZoneOffset.UTC).toInstant()),
                            Date.from(last.atStartOfDay(ZoneOffset.UTC).toInstant()),
                            "stackwatch boiler simulator",
                            "stackwatch",
                            null,
                            null,
                            null,
                            null,
                            APPLICATION_URI,
                            names,
                            List.of("127.0.0.1"),
                            SelfSignedCertificateBuilder.SA_SHA256_RSA);
        } catch (Exception e) {
            throw new GeneralSecurityException("no certificate could be made", e);
        }
    }

    private static Path certificateFile(ServerOptions options) {
        return options.folder().resolve("own").resolve("server.der");
    }
}
