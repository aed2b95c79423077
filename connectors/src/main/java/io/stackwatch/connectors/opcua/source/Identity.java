package io.stackwatch.connectors.opcua.source;

import java.nio.file.Path;
import java.util.function.Function;

/** As whom we log in (OPC UA Part 4, 7.40). */
public sealed interface Identity {

    /** The reaction to whichever of the three it is. */
    <T> T match(
            Function<? super Anonymous, ? extends T> anonymous,
            Function<? super UserPassword, ? extends T> userPassword,
            Function<? super CertificateIdentity, ? extends T> certificate);

    /** As nobody. */
    record Anonymous() implements Identity {
        @Override
        public <T> T match(
                Function<? super Anonymous, ? extends T> anonymous,
                Function<? super UserPassword, ? extends T> userPassword,
                Function<? super CertificateIdentity, ? extends T> certificate) {
            return anonymous.apply(this);
        }
    }

    /** As a user with a password; shows the password to nobody but the server. */
    record UserPassword(String user, String password) implements Identity {
        public UserPassword {
            if (user.isEmpty()) {
                throw new IllegalArgumentException("user: expected a name");
            }
        }

        @Override
        public String toString() {
            return "UserPassword[user=" + user + "]";
        }

        @Override
        public <T> T match(
                Function<? super Anonymous, ? extends T> anonymous,
                Function<? super UserPassword, ? extends T> userPassword,
                Function<? super CertificateIdentity, ? extends T> certificate) {
            return userPassword.apply(this);
        }
    }

    /**
     * As the holder of a certificate.
     *
     * @param certificate file with the X.509 certificate, PEM or DER
     * @param key file with its private key, PKCS #8 in PEM or DER, not sealed with a password
     */
    record CertificateIdentity(Path certificate, Path key) implements Identity {
        @Override
        public <T> T match(
                Function<? super Anonymous, ? extends T> anonymous,
                Function<? super UserPassword, ? extends T> userPassword,
                Function<? super CertificateIdentity, ? extends T> holder) {
            return holder.apply(this);
        }
    }
}
