package io.stackwatch.connectors.opcua.trust;

import io.stackwatch.connectors.opcua.trust.CertificateVerdict.Reason;
import io.stackwatch.connectors.opcua.trust.CertificateVerdict.Refused;
import io.stackwatch.connectors.opcua.trust.CertificateVerdict.Trusted;
import io.stackwatch.connectors.opcua.trust.CertificateVerdict.Warning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder with our own certificate, {@code trusted} and {@code rejected}: a certificate is a file named by its thumbprint.
 *
 * <p>A server is trusted for its own certificate and nothing else: who signed it does not matter, and a new certificate is a new
 * act. Safe for use by several threads. What a person puts into {@code trusted} by hand counts too, whatever its name.
 */
public final class TrustStore {

    /** How many rejected certificates are kept; the oldest goes first. Anybody who can answer for a server can add one. */
    public static final int MAX_REJECTED = 100;

    private static final Duration SOON = Duration.ofDays(30);
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Path trusted;
    private final Path rejected;
    private final OwnCertificate own;

    private TrustStore(Path trusted, Path rejected, OwnCertificate own) {
        this.trusted = trusted;
        this.rejected = rejected;
        this.own = own;
    }

    /**
     * Opens a folder, and makes it with a certificate for this application if need be.
     *
     * @param now from when on the certificate is valid, less a day
     */
    public static TrustStore open(Path folder, String applicationUri, Instant now) throws IOException {
        Path trusted = Files.createDirectories(folder.resolve("trusted"));
        Path rejected = Files.createDirectories(folder.resolve("rejected"));
        return new TrustStore(trusted, rejected, OwnCertificate.open(folder, applicationUri, now));
    }

    /** What we show to servers. */
    public OwnCertificate own() {
        return own;
    }

    /**
     * Judges the certificate that a server shows; one that nobody has trusted is put among the rejected.
     *
     * @param chain the certificate and those who signed it; empty if the server showed none
     * @param applicationUri what the server calls itself
     * @param host what we connect to
     */
    public CertificateVerdict judge(
            List<X509Certificate> chain, Optional<String> applicationUri, String host, Instant now) {
        if (chain.isEmpty()) {
            return new Refused(Reason.NO_CERTIFICATE, "");
        }
        X509Certificate certificate = chain.get(0);
        String thumbprint = Certificates.thumbprint(certificate);
        if (!isTrusted(certificate)) {
            reject(certificate, thumbprint);
            return new Refused(Reason.NOT_TRUSTED, thumbprint);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return new Refused(Reason.EXPIRED, thumbprint);
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return new Refused(Reason.NOT_YET_VALID, thumbprint);
        }
        if (applicationUri.isPresent() && !applicationUri.equals(Certificates.applicationUri(certificate))) {
            return new Refused(Reason.OTHER_APPLICATION, thumbprint);
        }
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (!Certificates.namesHost(certificate, host)) {
            warnings.add(Warning.OTHER_HOST);
        }
        if (now.plus(SOON).isAfter(certificate.getNotAfter().toInstant())) {
            warnings.add(Warning.EXPIRES_SOON);
        }
        return new Trusted(warnings);
    }

    /** Moves a rejected certificate to the trusted: the act of a person. Says whether there was one. */
    public boolean accept(String thumbprint) {
        return move(thumbprint, rejected, trusted);
    }

    /** Moves a trusted certificate back to the rejected. Says whether there was one. */
    public boolean withdraw(String thumbprint) {
        return move(thumbprint, trusted, rejected);
    }

    /** The certificates that are trusted, by thumbprint. */
    public List<KnownCertificate> trusted() {
        return listed(trusted);
    }

    /** The certificates that were shown to us and that nobody has trusted, by thumbprint. */
    public List<KnownCertificate> rejected() {
        return listed(rejected);
    }

    private boolean isTrusted(X509Certificate certificate) {
        return certificates(trusted).stream().anyMatch(certificate::equals);
    }

    private synchronized void reject(X509Certificate certificate, String thumbprint) {
        try {
            Path file = rejected.resolve(thumbprint + ".der");
            if (Files.exists(file)) {
                return;
            }
            List<Path> files = files(rejected);
            files.sort(Comparator.comparingLong(TrustStore::age));
            for (int i = 0; i <= files.size() - MAX_REJECTED; i++) {
                Files.deleteIfExists(files.get(i));
            }
            Files.write(file, certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private synchronized boolean move(String thumbprint, Path from, Path to) {
        if (!THUMBPRINT.matcher(thumbprint).matches()) {
            return false;
        }
        try {
            for (Path file : files(from)) {
                if (read(file)
                        .map(Certificates::thumbprint)
                        .filter(thumbprint::equals)
                        .isPresent()) {
                    Files.move(file, to.resolve(thumbprint + ".der"), StandardCopyOption.REPLACE_EXISTING);
                    return true;
                }
            }
            return false;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static List<KnownCertificate> listed(Path folder) {
        return certificates(folder).stream()
                .map(Certificates::known)
                .sorted(Comparator.comparing(KnownCertificate::thumbprint))
                .toList();
    }

    private static List<X509Certificate> certificates(Path folder) {
        try {
            return files(folder).stream().flatMap(file -> read(file).stream()).toList();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The certificate in a file; a file that holds none, or is just being moved, is nobody's certificate. */
    private static Optional<X509Certificate> read(Path file) {
        try {
            return Optional.of(Certificates.read(file));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        }
        return files;
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
