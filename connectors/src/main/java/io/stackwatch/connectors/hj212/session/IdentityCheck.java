package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.core.registry.Mn;
import java.util.Optional;
import java.util.Set;

/** Whether a frame comes from whom it says: MN registered, password agreed (HJ 212-2017 Table 3). */
final class IdentityCheck {

    private IdentityCheck() {}

    static Reason judge(SegmentReader reader, String mn, Optional<StationProfile> profile, Set<Finding> findings) {
        if (mn.isEmpty()) {
            return Reason.MN_MISSING;
        }
        if (mn.length() > Mn.MAX_LENGTH) {
            return Reason.MN_TOO_LONG;
        }
        if (profile.isEmpty()) {
            return Reason.UNKNOWN_MN;
        }
        StationProfile known = profile.get();
        if (known.passwordPolicy() == StationProfile.PasswordPolicy.IGNORE
                || reader.is(HeaderField.PW, known.password())) {
            return Reason.IN_ORDER;
        }
        if (known.passwordPolicy() == StationProfile.PasswordPolicy.REJECT) {
            return Reason.WRONG_PASSWORD;
        }
        findings.add(Finding.PASSWORD_DIFFERS);
        return Reason.IN_ORDER;
    }
}
