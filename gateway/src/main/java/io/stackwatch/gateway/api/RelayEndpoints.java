package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.relay.Reconciliation;
import io.stackwatch.gateway.relay.RelayDesk;
import io.stackwatch.gateway.relay.target.TargetName;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Forwarding to upper platforms: how it stands, what became of a day, and sending again. */
final class RelayEndpoints {

    private static final int PAGE = 100;
    private static final int SHEET_PAGE = 5_000;
    private static final Duration LONGEST_RESEND = Duration.ofDays(31);
    private static final String COLUMNS =
            "station,hour,due,again,sent,receipted,written,refused,given_up,outstanding,outstanding_that_night\n";

    private final ApiParts parts;
    private final RelayDesk desk;

    RelayEndpoints(ApiParts parts) {
        this.parts = parts;
        this.desk = parts.relays();
    }

    /** All relays; there are few. */
    record All(List<RelayView> items) {}

    Callable<?> relays(Parameters parameters) {
        return () -> new All(desk.statuses().stream().map(RelayView::of).toList());
    }

    Callable<?> relay(Parameters parameters) {
        String name = parameters.path("name");
        return () -> desk.file(known(name)).map(RelayView.File::of).orElseThrow(() -> unknown(name));
    }

    Callable<?> reconciliation(Parameters parameters) {
        String name = parameters.path("name");
        LocalDate day = day(parameters);
        Optional<RelayHour.Key> after = Places.read(parameters, RelayEndpoints::key);
        int limit = parameters.number("limit", PAGE);
        return () -> {
            Reconciliation found =
                    desk.reconciliation(known(name), day, after, limit + 1).orElseThrow(() -> unknown(name));
            return RelayView.Day.of(found, Places.page(found.hours(), limit, RelayEndpoints::place));
        };
    }

    /** The whole day as a sheet. */
    Callable<String> sheet(Parameters parameters) {
        String name = parameters.path("name");
        LocalDate day = day(parameters);
        return () -> {
            StringBuilder sheet = new StringBuilder(COLUMNS);
            Optional<RelayHour.Key> after = Optional.empty();
            List<RelayHour> hours;
            do {
                hours = desk.reconciliation(known(name), day, after, SHEET_PAGE)
                        .orElseThrow(() -> unknown(name))
                        .hours();
                hours.forEach(hour -> line(hour, sheet));
                if (!hours.isEmpty()) {
                    RelayHour last = hours.get(hours.size() - 1);
                    after = Optional.of(new RelayHour.Key(last.station(), last.start()));
                }
            } while (hours.size() == SHEET_PAGE);
            return sheet.toString();
        };
    }

    private static void line(RelayHour hour, StringBuilder sheet) {
        RelayFigures figures = hour.figures();
        sheet.append('"').append(hour.station().value().replace("\"", "\"\"")).append("\",");
        sheet.append(hour.start()).append(',');
        for (long figure : new long[] {
            figures.due(),
            figures.again(),
            figures.sent(),
            figures.receipted(),
            figures.written(),
            figures.refused(),
            figures.givenUp(),
            figures.outstanding()
        }) {
            sheet.append(figure).append(',');
        }
        hour.reportedOutstanding().ifPresent(sheet::append);
        sheet.append('\n');
    }

    Callable<?> resend(Parameters parameters) {
        String name = parameters.path("name");
        JsonObject body = parameters.body();
        String by = filled(body, "by");
        String reason = filled(body, "reason");
        Instant from = instant(body, "from");
        Instant until = instant(body, "until");
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST_RESEND) > 0) {
            throw new Refusal(Problem.badParameter(
                    "body fields from and until",
                    "the period is " + from + " to " + until,
                    "from before until, at most 31 days"));
        }
        return () -> desk.resend(known(name), by, reason, from, until)
                .map(RelayView.Act::of)
                .orElseThrow(() -> unknown(name));
    }

    /** The day that is asked for; the one before today when nothing is said. */
    private LocalDate day(Parameters parameters) {
        return parameters
                .query("day", "a day such as 2026-11-24", LocalDate::parse)
                .orElseGet(() -> parts.clock()
                        .instant()
                        .atZone(ApiServer.LEGAL_ZONE)
                        .toLocalDate()
                        .minusDays(1));
    }

    private static TargetName known(String name) {
        try {
            return new TargetName(name);
        } catch (IllegalArgumentException noName) {
            throw unknown(name);
        }
    }

    private static Refusal unknown(String name) {
        return new Refusal(Problem.notFound("relay", name));
    }

    private static String place(RelayHour hour) {
        return hour.start().toEpochMilli() + " " + hour.station();
    }

    private static RelayHour.Key key(String word) {
        int blank = Math.max(0, word.indexOf(' '));
        return new RelayHour.Key(
                new Mn(word.substring(blank + 1)), Instant.ofEpochMilli(Long.parseLong(word.substring(0, blank))));
    }

    private static Instant instant(JsonObject body, String name) {
        String text = body.getString(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Problem.badParameter(
                    "body field " + name, name + " is '" + text + "'", "an instant such as 2026-11-24T08:00:00+08:00"));
        }
    }

    private static String filled(JsonObject body, String name) {
        String text = body.getString(name).strip();
        if (text.isEmpty()) {
            throw new Refusal(Problem.badParameter("body field " + name, name + " is blank", "some text"));
        }
        return text;
    }
}
