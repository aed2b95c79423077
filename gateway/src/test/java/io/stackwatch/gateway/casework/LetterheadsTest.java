package io.stackwatch.gateway.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.document.Letterhead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heads of documents are the bureau's rows; the program makes none up. */
final class LetterheadsTest {

    private static final String BUREAU = "聊城市生态环境局";
    private static final RegionCode COUNTY = new RegionCode("371524");
    private static final String HEADER =
            "authority,region,address,phone,person,bank,account,reconsideration,court,enforcing_court,"
                    + "from,until,source,mark\n";

    @TempDir
    private Path folder;

    @Test
    void withoutAFileOfTheBureauNobodyHasALetterhead() {
        assertEquals(Optional.empty(), Letterheads.load(folder).of(BUREAU, COUNTY, LocalDate.parse("2026-10-12")));
    }

    @Test
    void theRowOfTheCountyAndTheDayCountsBeforeTheRowForAll() throws IOException {
        Files.writeString(
                folder.resolve("letterheads.csv"),
                HEADER
                        + "聊城市生态环境局,,甲路1号,1,,银行,2,府,院,院,2026-01-01,2026-07-01,x,DESIGN\n"
                        + "聊城市生态环境局,,乙路1号,1,,银行,2,府,院,院,2026-07-01,,x,DESIGN\n"
                        + "聊城市生态环境局,371524,,1,李某,银行,,府,,,2026-07-01,,x,DESIGN\n",
                StandardCharsets.UTF_8);
        assertEquals("电话：1；地址：甲路1号", contact("371525", "2026-06-30"));
        assertEquals("电话：1；地址：乙路1号", contact("371525", "2026-07-01"));
        assertEquals("联系人：李某；电话：1", contact("371524", "2026-07-01"));
        Letterhead own = Letterheads.load(folder)
                .of(BUREAU, COUNTY, LocalDate.parse("2026-07-01"))
                .orElseThrow();
        assertEquals(Optional.empty(), own.account(), "a bank without an account is none");
        assertEquals(Optional.empty(), own.litigation());
        assertEquals(Optional.empty(), Letterheads.load(folder).of("另一局", COUNTY, LocalDate.parse("2026-07-01")));
    }

    private String contact(String county, String day) {
        return Letterheads.load(folder)
                .of(BUREAU, new RegionCode(county), LocalDate.parse(day))
                .flatMap(Letterhead::contact)
                .orElseThrow();
    }

    @Test
    void aWrongFileIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("letterheads.csv"), HEADER + "聊城市生态环境局\n", StandardCharsets.UTF_8);
        String message = assertThrows(IllegalArgumentException.class, () -> Letterheads.load(folder))
                .getMessage();
        assertTrue(message.startsWith("letterheads.csv:2: "), message);
    }
}
