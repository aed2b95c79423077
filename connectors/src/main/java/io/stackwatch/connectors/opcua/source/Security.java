package io.stackwatch.connectors.opcua.source;

/**
 * How the line is protected; the server must offer exactly this, nothing weaker is taken instead.
 *
 * @param policy the algorithms
 * @param mode what they are used for
 */
public record Security(Policy policy, Mode mode) {

    public Security {
        if ((policy == Policy.NONE) != (mode == Mode.NONE)) {
            throw new IllegalArgumentException("mode " + mode + " with policy " + policy
                    + ": expected NONE with NONE, or SIGN or SIGN_AND_ENCRYPT with another policy");
        }
    }

    /** Neither signed nor encrypted: whoever is on the line can read and write. */
    public static Security none() {
        return new Security(Policy.NONE, Mode.NONE);
    }

    /** The algorithms, each with the address that OPC UA Part 7 gives it. */
    public enum Policy {
        NONE("http://opcfoundation.org/UA/SecurityPolicy#None"),
        BASIC256_SHA256("http://opcfoundation.org/UA/SecurityPolicy#Basic256Sha256"),
        AES256_SHA256_RSA_PSS("http://opcfoundation.org/UA/SecurityPolicy#Aes256_Sha256_RsaPss");

        private final String uri;

        Policy(String uri) {
            this.uri = uri;
        }

        /** The policy's address. */
        public String uri() {
            return uri;
        }
    }

    /** What the algorithms are used for. */
    public enum Mode {
        NONE,
        SIGN,
        SIGN_AND_ENCRYPT
    }
}
