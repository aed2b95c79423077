package io.stackwatch.gateway.records;

import io.stackwatch.core.marking.MarkCode;
import io.stackwatch.core.marking.MarkContent;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkVersion;
import io.stackwatch.core.marking.ProofFile;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How versions of marks stand in columns. */
final class MarkRows {

    private MarkRows() {}

    static String factors(MarkContent content) {
        return content.factors().stream().map(FactorCode::value).collect(Collectors.joining(" "));
    }

    static MarkVersion version(ResultSet row, MarkId id, OutletId outlet, List<ProofFile> proofs) throws SQLException {
        Optional<MarkContent> content = Optional.empty();
        Optional<String> kind = Sql.optionalText(row, "kind");
        if (kind.isPresent()) {
            content = Optional.of(new MarkContent(
                    outlet,
                    new MarkCode(kind.get()),
                    new Window(Sql.instant(row, "from_at"), Sql.instant(row, "until_at")),
                    factors(row.getString("factors")),
                    row.getString("reason"),
                    proofs));
        }
        return new MarkVersion(
                id,
                row.getInt("version"),
                content,
                Sql.instant(row, "filed_at"),
                row.getString("filed_by"),
                row.getString("explanation"));
    }

    private static Set<FactorCode> factors(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(FactorCode::new)
                .collect(Collectors.toSet());
    }
}
