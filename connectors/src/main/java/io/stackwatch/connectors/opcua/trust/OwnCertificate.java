package io.stackwatch.connectors.opcua.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * What we show to servers: a certificate with its key, made once and kept. Shows the key to nobody.
 *
 * <p>RSA 2048 bits, signed by itself with SHA-256, names our application (Part 6, 6.2.2).
 */
public final class OwnCertificate {

    private static final int BITS = 2048;
    private static final Duration VALIDITY = Duration.ofDays(10 * 365);
    /** A server whose clock is behind shall not find it not yet valid. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final String CERTIFICATE = "own.pem";
    private static final String KEY = "own.key";
    private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rw-------");

    private final X509Certificate certificate;
    private final PrivateKey key;

    private OwnCertificate(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** The certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Certificate's key and private key, for the SDK. */
    public KeyPair keyPair() {
        return new KeyPair(certificate.getPublicKey(), key);
    }

    /** The application that the certificate names, which we must call ourselves. */
    public String applicationUri() {
        return Certificates.applicationUri(certificate).orElse("");
    }

    @Override
    public String toString() {
        return "OwnCertificate[" + Certificates.thumbprint(certificate) + "]";
    }

    /** Reads it from a folder, or makes it there for an application if there is none. */
    static OwnCertificate open(Path folder, String applicationUri, Instant now) throws IOException {
        Path certificate = folder.resolve(CERTIFICATE);
        Path key = folder.resolve(KEY);
        if (!Files.exists(certificate)) {
            make(certificate, key, applicationUri, now);
        }
        return new OwnCertificate(Certificates.read(certificate), Certificates.readKey(key));
    }

    private static void make(Path certificate, Path key, String applicationUri, Instant now) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate made = new SelfSignedCertificateGenerator()
                    .generateSelfSigned(
                            pair,
                            Date.from(now.minus(BEFORE)),
                            Date.from(now.plus(VALIDITY)),
                            "stackwatch",
                            "stackwatch",
                            null,
                            null,
                            null,
                            null,
                            applicationUri,
                            List.of(),
                            List.of(),
                            "SHA256withRSA");
            // the key first: a certificate on the disk means that its key is there too
            write(key, Certificates.pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write(certificate, Certificates.pem("CERTIFICATE", made.getEncoded()));
        } catch (GeneralSecurityException cannot) {
            throw new IOException("cannot make a certificate of our own", cannot);
        } catch (IOException failed) {
            throw failed;
        } catch (Exception cannot) {
            throw new IOException("cannot make a certificate of our own", cannot);
        }
    }

    /** Whole or not at all, and readable by us alone from its first byte on. */
    private static void write(Path file, String content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, rights(file));
        Files.writeString(beside, content, StandardOpenOption.SYNC);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] rights(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OURS_ALONE)}
                : new FileAttribute<?>[0];
    }
}
