package io.stackwatch.gateway.alarming;

import io.stackwatch.core.marking.FiledVersion;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.notice.FiledMark;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.MarkRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The marks of an outlet that may explain alarms: filed, and not refused by an officer. */
final class FiledMarks {

    private static final Duration REACH = Duration.ofHours(1);

    private FiledMarks() {}

    /** Marks whose time is not over, or was not an hour ago. */
    static List<FiledMark> of(Handle handle, OutletId outlet, Instant now) {
        return behind(handle, outlet, now.minus(REACH));
    }

    /** Marks whose time was not over at an instant. */
    static List<FiledMark> behind(Handle handle, OutletId outlet, Instant instant) {
        return MarkRecords.of(handle, outlet, instant).stream()
                .flatMap(file -> mark(file).stream())
                .toList();
    }

    private static Optional<FiledMark> mark(MarkFile file) {
        FiledVersion latest = file.latest();
        Optional<FiledVersion> holds = latest.state().open() || latest.state().counts()
                ? Optional.of(latest)
                : file.versions().stream()
                        .filter(version -> version.state().counts())
                        .reduce((one, other) -> other);
        return holds.flatMap(version -> version.version()
                .content()
                .map(content -> new FiledMark(
                        file.id() + "/" + version.version().version(),
                        content.outlet(),
                        content.kind().value(),
                        content.factors(),
                        content.span())));
    }
}
