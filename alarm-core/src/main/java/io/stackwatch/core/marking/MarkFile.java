package io.stackwatch.core.marking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mark with all its versions.
 *
 * @param id which mark
 * @param versions in order, from 1 without holes
 */
public record MarkFile(MarkId id, List<FiledVersion> versions) {

    public MarkFile {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a mark without a version: " + id);
        }
        for (int i = 0; i < versions.size(); i++) {
            MarkVersion version = versions.get(i).version();
            if (!version.mark().equals(id) || version.version() != i + 1) {
                throw new IllegalArgumentException(
                        version.mark() + "/" + version.version() + " is not version " + (i + 1) + " of " + id);
            }
        }
    }

    /** The version that was filed last. */
    public FiledVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /** One version. */
    public Optional<FiledVersion> version(int number) {
        return number < 1 || number > versions.size() ? Optional.empty() : Optional.of(versions.get(number - 1));
    }

    /** The last version that counts by what had been decided at an instant; it may be a withdrawal. */
    public Optional<FiledVersion> countingAt(Instant instant) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).stateAt(instant).filter(MarkState::counts).isPresent()) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /** What it says by what had been decided at an instant; empty if nothing counts or it was withdrawn. */
    public Optional<MarkContent> sayingAt(Instant instant) {
        return countingAt(instant).flatMap(counting -> counting.version().content());
    }
}
