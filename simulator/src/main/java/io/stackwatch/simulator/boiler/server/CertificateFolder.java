package io.stackwatch.simulator.boiler.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of certificates (DER or PEM), read afresh each time: a certificate that is moved there counts from then on. */
final class CertificateFolder {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateFolder.class);
    private static final int MOST = 1_000;

    private final Path folder;

    CertificateFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile).sorted().limit(MOST).toList()) {
                read(file, certificates);
            }
        } catch (IOException e) {
            LOG.warn("event=certificates-unreadable folder={} error={}", folder.getFileName(), e.toString());
        }
        return certificates;
    }

    boolean holds(X509Certificate certificate) {
        return certificates().contains(certificate);
    }

    private static void read(Path file, List<X509Certificate> certificates) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            certificates.add(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (CertificateException e) {
            LOG.warn("event=certificate-unreadable file={}", file.getFileName());
        }
    }
}
