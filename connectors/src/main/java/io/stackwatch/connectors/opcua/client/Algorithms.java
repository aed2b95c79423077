package io.stackwatch.connectors.opcua.client;

import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The algorithms of Aes256_Sha256_RsaPss. The SDK asks for them by names that only Bouncy Castle has, and with its defaults
 * (MGF1 with SHA-256), so that provider has to be registered, behind those of the JDK.
 */
final class Algorithms {

    private Algorithms() {}

    static void provide() {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
    }
}
