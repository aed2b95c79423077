package io.stackwatch.simulator.boiler.server;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultServerCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.FileBasedCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.util.validation.ValidationCheck;
import org.jspecify.annotations.Nullable;

/**
 * Which clients' certificates are trusted: those in {@code trusted}, or all. One that is not trusted, expired, or of another
 * application URI is refused; what is not trusted is put into {@code rejected} (at most so many as Milo keeps).
 */
final class ClientTrust implements CertificateValidator {

    private static final Set<ValidationCheck> CHECKS =
            Set.of(ValidationCheck.APPLICATION_URI, ValidationCheck.VALIDITY);

    private final CertificateFolder trusted;
    private final CertificateQuarantine rejected;
    private final boolean any;

    ClientTrust(ServerOptions options, boolean any) throws IOException {
        this.trusted = new CertificateFolder(options.folder().resolve("trusted"));
        this.rejected = FileBasedCertificateQuarantine.create(options.folder().resolve("rejected"));
        this.any = any;
    }

    CertificateQuarantine rejected() {
        return rejected;
    }

    @Override
    public void validateCertificateChain(
            List<X509Certificate> chain, @Nullable String applicationUri, @Nullable String @Nullable [] hosts)
            throws UaException {
        if (any) {
            return;
        }
        MemoryTrustListManager list = new MemoryTrustListManager();
        list.setTrustedCertificates(trusted.certificates());
        new DefaultServerCertificateValidator(list, CHECKS, rejected)
                .validateCertificateChain(chain, applicationUri, hosts);
    }
}
