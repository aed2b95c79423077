package io.stackwatch.core.marking;

import io.stackwatch.core.alarm.MarkMatter;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an officer should know about the marks of an outlet, as matters of alarms. Pure. */
public final class MarkMatters {

    private MarkMatters() {}

    /** Versions that were filed late and wait: from the first hour that they are about to the hour of their filing. */
    public static List<MarkMatter> late(List<MarkFile> files) {
        List<MarkMatter> matters = new ArrayList<>();
        for (MarkFile file : files) {
            for (FiledVersion filed : file.versions()) {
                if (filed.state().open() && filed.acts().get(0).event() == MarkEvent.FILED_LATE) {
                    about(file, filed).ifPresent(content -> matters.add(late(filed, content)));
                }
            }
        }
        return matters;
    }

    private static MarkMatter late(FiledVersion filed, MarkContent content) {
        MarkVersion version = filed.version();
        Instant first = hour(content.span().start());
        Instant filedIn = hour(version.filedAt());
        String says = version.content().isEmpty() ? " withdraws " : " ";
        return new MarkMatter(
                first,
                filedIn.isBefore(first) ? first : filedIn,
                version.mark() + "/" + version.version() + says + content.kind() + " " + Words.span(content.span())
                        + ": " + filed.acts().get(0).why() + ", by " + version.filedBy() + ": "
                        + version.explanation() + "; an officer decides");
    }

    /** What a version says, or, if it withdraws the mark, what the versions before it said last. */
    private static Optional<MarkContent> about(MarkFile file, FiledVersion filed) {
        for (int number = filed.version().version(); number >= 1; number--) {
            Optional<MarkContent> content =
                    file.version(number).flatMap(version -> version.version().content());
            if (content.isPresent()) {
                return content;
            }
        }
        return Optional.empty();
    }

    /** Working conditions that last longer than allowed. */
    public static List<MarkMatter> beyond(List<Overrun> overruns) {
        return overruns.stream()
                .map(overrun -> new MarkMatter(
                        hour(overrun.condition().start()),
                        hour(overrun.condition().end().minusNanos(1)),
                        overrun.words()))
                .toList();
    }

    private static Instant hour(Instant instant) {
        return Window.hourContaining(instant, LegalTime.ZONE).start();
    }
}
