package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The commands that can be asked of a station, from {@code request-patterns.csv}. Immutable. */
public final class RequestPatterns {

    private static final RequestPatterns STANDARD = new RequestPatterns(
            Rows.of("request-patterns.csv").stream().map(RequestPatterns::row).toList());

    private final List<RequestPattern> rows;

    private RequestPatterns(List<RequestPattern> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that comes with the program. */
    public static RequestPatterns standard() {
        return STANDARD;
    }

    /**
     * How an order is carried out with a station of this edition; empty for a command that the edition does not have, or
     * that a host does not send.
     *
     * <p>Realtime data between two times (power, ST 44, in 2025) is history, not a stream.
     */
    public Optional<RequestPattern> find(Edition edition, ExchangeOrder order) {
        return find(edition, order.command())
                .map(row -> row.answers() == AnswerPattern.STREAM
                                && order.value("BeginTime").isPresent()
                        ? new RequestPattern(
                                row.command(),
                                row.editions(),
                                AnswerPattern.HISTORY,
                                row.twoPeople(),
                                row.clock(),
                                row.secrets(),
                                row.mark())
                        : row);
    }

    /** The row of a command in an edition. */
    public Optional<RequestPattern> find(Edition edition, int command) {
        return rows.stream()
                .filter(row -> row.command() == command && row.editions().contains(edition))
                .findFirst();
    }

    /** All rows. */
    public List<RequestPattern> all() {
        return rows;
    }

    private static RequestPattern row(List<String> cells) {
        return new RequestPattern(
                Integer.parseInt(cells.get(0)),
                words(cells.get(1)).stream().map(Rows::edition).collect(Collectors.toSet()),
                AnswerPattern.valueOf(cells.get(2)),
                cells.get(3).equals("two"),
                cells.get(4).equals("clock"),
                words(cells.get(5)),
                cells.get(6));
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : Arrays.stream(cell.split(" ", -1)).collect(Collectors.toSet());
    }
}
