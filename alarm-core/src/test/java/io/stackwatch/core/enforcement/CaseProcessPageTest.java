package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.deadline.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/case-process.md} shows the tables as they are. */
final class CaseProcessPageTest {

    /** With -Dstackwatch.regenerate=true the page is written instead of compared. */
    private static final Path PAGE = Path.of("..", "docs", "case-process.md");

    @Test
    void theDrawnTablesAreTheTables() throws IOException {
        String page = page();
        if (Boolean.getBoolean("stackwatch.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE));
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                "# States of a case\n\nGenerated from `case-process.csv` and `hand-overs.csv`; a test"
                        + " compares it. In brackets the choice between rows of one state\nand event. Acts that leave the state as it"
                        + " is stand in the table only. What begins, ends and warns of a period stands in\n`periods.csv`.\n");
        for (Procedure procedure : Procedure.values()) {
            page.append("\n## (")
                    .append(procedure.letter())
                    .append(") ")
                    .append(procedure)
                    .append(' ')
                    .append(procedure.chinese())
                    .append("\n\n```mermaid\n")
                    .append(CaseStory.PROCESS.mermaid(procedure))
                    .append("```\n\n| From | Event | To | Guards | Periods | Documents | Who | Articles |\n")
                    .append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
            CaseStory.PROCESS.rows(procedure).forEach(row -> page.append(line(row)));
        }
        page.append("\n## Hand-overs\n\n| From | States | To | By | Source |\n| --- | --- | --- | --- | --- |\n");
        for (HandOver row : CaseStory.PROCESS.handOvers()) {
            page.append(String.format(
                    "| %s | %s | %s | %s | %s |%n",
                    row.from(),
                    row.stages().stream().sorted().map(Stage::name).collect(Collectors.joining(", ")),
                    row.to(),
                    row.event(),
                    row.source()));
        }
        return page.toString().replace("\r\n", "\n");
    }

    private static String line(ProcessRow row) {
        String periods = words(row.starts(), "+")
                + words(row.ends(), "-")
                + words(row.endsElsewhere(), "-")
                + words(row.halts(), "halts ")
                + words(row.resumes(), "resumes ");
        return String.format(
                "| %s | %s%s | %s | %s | %s | %s | %s | %s |%n",
                row.from().map(Stage::name).orElse("-"),
                row.event(),
                row.condition(),
                row.to(),
                row.guards().stream().map(GuardUse::toString).collect(Collectors.joining(", ")),
                periods.strip(),
                row.documents().stream().map(DocumentKind::title).collect(Collectors.joining("、")),
                row.who().stream().sorted().map(Role::name).collect(Collectors.joining(", ")),
                row.source());
    }

    private static String words(Collection<?> items, String sign) {
        return items.stream().map(item -> sign + item + " ").sorted().collect(Collectors.joining());
    }
}
