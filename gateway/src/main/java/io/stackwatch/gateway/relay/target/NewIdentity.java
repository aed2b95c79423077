package io.stackwatch.gateway.relay.target;

import java.util.Optional;

/**
 * Who a station is for a platform that issues identities of its own.
 *
 * @param mn the MN that the platform knows it by
 * @param password the password that the platform expects; empty leaves the station's own; never logged
 */
public record NewIdentity(String mn, Optional<String> password) {

    public NewIdentity {
        plain("MN", mn, 64);
        password.ifPresent(text -> plain("password", text, 32));
    }

    private static void plain(String what, String text, int longest) {
        if (text.isEmpty() || text.length() > longest || !text.chars().allMatch(NewIdentity::mayStandInAField)) {
            throw new IllegalArgumentException(
                    "a " + what + " has 1 to " + longest + " ASCII characters without blank and ; , = & #");
        }
    }

    private static boolean mayStandInAField(int c) {
        return c > ' ' && c < 0x7F && ";,=&#".indexOf(c) < 0;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return mn;
    }
}
