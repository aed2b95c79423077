package io.stackwatch.gateway.casework;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.document.Letterhead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The heads of documents (文头) by authority, county and day, as the bureau gives them. Immutable. */
public final class Letterheads {

    private static final String NAME = "letterheads.csv";

    private record Head(String authority, Optional<RegionCode> region, Letterhead letterhead, Effective effective) {}

    private final List<Head> heads;

    private Letterheads(List<Head> heads) {
        this.heads = List.copyOf(heads);
    }

    /**
     * Those of the file {@code letterheads.csv} in a folder, else the table that comes with the program, which has no row.
     *
     * @throws IllegalArgumentException if the file is wrong or cannot be read, with line and column where they are known
     */
    public static Letterheads load(Path folder) {
        Path own = folder.resolve(NAME);
        if (!Files.exists(own)) {
            return of(DataTable.resource(Letterheads.class, NAME));
        }
        try {
            return parse(Files.readString(own, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(NAME + " cannot be read: " + unreadable, unreadable);
        }
    }

    /** Reads a table from its text. */
    public static Letterheads parse(String text) {
        return of(DataTable.parse(NAME, text));
    }

    private static Letterheads of(DataTable table) {
        List<Head> heads = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            row.constant("mark", Verification.class);
            String authority = row.text("authority");
            heads.add(new Head(
                    authority,
                    row.optional("region").map(RegionCode::new),
                    new Letterhead(
                            authority,
                            joined(List.of(
                                    row.optional("person").map(person -> "联系人：" + person),
                                    row.optional("phone").map(phone -> "电话：" + phone),
                                    row.optional("address").map(address -> "地址：" + address))),
                            row.optional("bank")
                                    .flatMap(bank -> row.optional("account").map(account -> bank + "，账号 " + account)),
                            row.optional("reconsideration"),
                            row.optional("court"),
                            row.optional("enforcing_court")),
                    row.effective(LegalTime.ZONE)));
        }
        return new Letterheads(heads);
    }

    private static Optional<String> joined(List<Optional<String>> parts) {
        String text = parts.stream().flatMap(Optional::stream).collect(Collectors.joining("；"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The head of an authority's documents about a county on a day; empty if nobody has given it. */
    Optional<Letterhead> of(String authority, RegionCode county, LocalDate day) {
        List<Head> then = heads.stream()
                .filter(head -> head.authority().equals(authority))
                .filter(head -> head.effective()
                        .contains(day.atStartOfDay(LegalTime.ZONE).toInstant()))
                .toList();
        return then.stream()
                .filter(head -> head.region().equals(Optional.of(county)))
                .findFirst()
                .or(() -> then.stream().filter(head -> head.region().isEmpty()).findFirst())
                .map(Head::letterhead);
    }
}
