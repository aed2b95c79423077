package io.stackwatch.simulator.boiler.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.X509IdentityValidator;

/**
 * Who may log in: names with passwords, and the holders of certificates in {@code users} that are valid now. Whether
 * anonymous clients may is a matter of the endpoints.
 */
final class Users {

    private final Map<String, String> passwords;
    private final CertificateFolder certificates;

    Users(ServerOptions options, Map<String, String> passwords) throws IOException {
        this.passwords = Map.copyOf(passwords);
        this.certificates = new CertificateFolder(options.folder().resolve("users"));
    }

    IdentityValidator validator() {
        return new CompositeValidator(
                AnonymousIdentityValidator.INSTANCE,
                new UsernameIdentityValidator(challenge -> isRight(challenge.getUsername(), challenge.getPassword())),
                new X509IdentityValidator(this::isUser));
    }

    private boolean isRight(String name, String password) {
        String right = passwords.get(name);
        return right != null
                && MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isUser(X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            return false;
        }
        return certificates.holds(certificate);
    }
}
