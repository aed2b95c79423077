package io.stackwatch.connectors.opcua.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** X.509 certificates and PKCS #8 keys: reading, writing, naming. */
public final class Certificates {

    private static final int NAME_HOST = 2;
    private static final int NAME_URI = 6;
    private static final int NAME_ADDRESS = 7;
    private static final int LONGEST_FILE = 64 * 1024;

    private Certificates() {}

    /** SHA-256 of a certificate in 64 hexadecimal digits. */
    public static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The certificate in these bytes, DER or PEM. */
    public static X509Certificate parse(byte[] bytes) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    /** The certificate in a file, DER or PEM. */
    public static X509Certificate read(Path file) throws IOException {
        try {
            return parse(bounded(file));
        } catch (CertificateException notOne) {
            throw new IOException("no certificate: " + file, notOne);
        }
    }

    /** The RSA key in a file, PKCS #8 in DER or PEM. The message of a failure names the file and nothing of its content. */
    public static PrivateKey readKey(Path file) throws IOException {
        byte[] bytes = bounded(file);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        int begin = text.indexOf("-----BEGIN PRIVATE KEY-----");
        int end = text.indexOf("-----END PRIVATE KEY-----");
        try {
            byte[] encoded =
                    begin < 0 || end < begin ? bytes : Base64.getMimeDecoder().decode(text.substring(begin + 27, end));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            throw new IOException("no RSA key in PKCS #8: " + file);
        }
    }

    /** A text file with this content between the lines of its kind. */
    static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }

    /** The application that a certificate names (Part 6, 6.2.2). */
    static Optional<String> applicationUri(X509Certificate certificate) {
        return names(certificate).stream()
                .filter(name -> name.get(0) instanceof Integer kind && kind == NAME_URI)
                .map(name -> String.valueOf(name.get(1)))
                .findFirst();
    }

    static boolean namesHost(X509Certificate certificate, String host) {
        return names(certificate).stream()
                .filter(name -> name.get(0) instanceof Integer kind && (kind == NAME_HOST || kind == NAME_ADDRESS))
                .anyMatch(name -> host.equalsIgnoreCase(String.valueOf(name.get(1))));
    }

    static KnownCertificate known(X509Certificate certificate) {
        return new KnownCertificate(
                thumbprint(certificate),
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                applicationUri(certificate).orElse(""));
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException none) {
            return List.of();
        }
    }

    private static byte[] bounded(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw new IOException("longer than any certificate or key: " + file);
            }
            return bytes;
        }
    }
}
