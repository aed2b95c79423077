package io.stackwatch.connectors.opcua.trust;

import java.util.Set;
import java.util.function.Function;

/** Whether a server's certificate is good enough to talk to it (OPC UA Part 4, 6.1.3). */
public sealed interface CertificateVerdict {

    /** The reaction to either. */
    <T> T match(Function<? super Trusted, ? extends T> trusted, Function<? super Refused, ? extends T> refused);

    /**
     * It is.
     *
     * @param warnings what is not as it should be, and does not matter enough
     */
    record Trusted(Set<Warning> warnings) implements CertificateVerdict {
        public Trusted {
            warnings = Set.copyOf(warnings);
        }

        @Override
        public <T> T match(
                Function<? super Trusted, ? extends T> trusted, Function<? super Refused, ? extends T> refused) {
            return trusted.apply(this);
        }
    }

    /**
     * It is not.
     *
     * @param why the first thing that is wrong
     * @param thumbprint which certificate: SHA-256 of it in 64 hexadecimal digits; empty if there was none
     */
    record Refused(Reason why, String thumbprint) implements CertificateVerdict {
        @Override
        public <T> T match(
                Function<? super Trusted, ? extends T> trusted, Function<? super Refused, ? extends T> refused) {
            return refused.apply(this);
        }
    }

    /** Why a certificate is refused. */
    enum Reason {
        /** The server showed none. */
        NO_CERTIFICATE,
        /** Nobody has trusted it; it is among the rejected now. */
        NOT_TRUSTED,
        /** It is no longer valid. */
        EXPIRED,
        /** It is not valid yet; mostly a clock that is wrong. */
        NOT_YET_VALID,
        /** It names another application than the server says it is: somebody else's certificate. */
        OTHER_APPLICATION
    }

    /** What is said and let pass. */
    enum Warning {
        /** It does not name the host that we connect to: plants are reached through addresses that they do not know. */
        OTHER_HOST,
        /** It will be no longer valid within 30 days. */
        EXPIRES_SOON
    }
}
