package io.stackwatch.core.marking;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a mark as it was filed; never changed.
 *
 * @param mark which mark
 * @param version from 1, without holes
 * @param content what it says; empty if it withdraws the mark
 * @param filedAt when
 * @param filedBy who, for the enterprise
 * @param explanation why it is late; may be empty text if it is not
 */
public record MarkVersion(
        MarkId mark, int version, Optional<MarkContent> content, Instant filedAt, String filedBy, String explanation) {

    public MarkVersion {
        if (version < 1 || (version == 1 && content.isEmpty())) {
            throw new IllegalArgumentException("version " + version + " of " + mark + " says "
                    + content.map(MarkContent::kind).map(MarkCode::value).orElse("nothing"));
        }
        if (filedBy.isBlank()) {
            throw new IllegalArgumentException("nobody filed version " + version + " of " + mark);
        }
    }
}
