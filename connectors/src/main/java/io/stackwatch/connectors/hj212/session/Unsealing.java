package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.Opened;
import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.Frame;
import java.util.EnumSet;
import java.util.Optional;

/**
 * What encryption has to do with one frame of a station that has keys (HJ 212-2025 6.4).
 *
 * @param frame the frame to read: over plaintext where it was opened
 * @param reason against it, or {@link Reason#IN_ORDER}
 */
record Unsealing(Frame frame, Reason reason) {

    /** Opens the frame with the station's keys and judges content in clear that should not be. */
    static Unsealing of(
            Frame frame,
            StationProfile profile,
            Optional<Command> command,
            ContentCipher cipher,
            EnumSet<Finding> findings) {
        Encryption encryption = profile.encryption().orElseThrow();
        return cipher.open(frame, encryption)
                .match(
                        unsealed -> opened(unsealed, profile, encryption, findings),
                        plain -> plain(plain, command, encryption, findings),
                        () -> new Unsealing(frame, Reason.CIPHER_UNREADABLE));
    }

    private static Unsealing opened(
            Opened.Unsealed unsealed, StationProfile profile, Encryption encryption, EnumSet<Finding> findings) {
        if (unsealed.key() > 0) {
            findings.add(Finding.OLD_KEY);
        }
        if (unsealed.form() != encryption.form()) {
            findings.add(Finding.CIPHER_FORM);
        }
        if (profile.edition() != StationProfile.Edition.HJ212_2025) {
            findings.add(Finding.ENCRYPTED);
        }
        return new Unsealing(unsealed.frame(), Reason.IN_ORDER);
    }

    private static Unsealing plain(
            Opened.Plain plain, Optional<Command> command, Encryption encryption, EnumSet<Finding> findings) {
        boolean shall = command.isPresent() && command.get().encrypted() && !plain.tooShortToSeal();
        if (shall && encryption.plaintext() == Encryption.Plaintext.REJECT) {
            return new Unsealing(plain.frame(), Reason.PLAINTEXT_REFUSED);
        }
        if (shall) {
            findings.add(Finding.PLAINTEXT);
        }
        return new Unsealing(plain.frame(), Reason.IN_ORDER);
    }
}
