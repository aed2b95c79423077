package io.stackwatch.connectors.opcua.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FlagTable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusProfilesTest {

    private static final StatusProfiles STANDARD = StatusProfiles.with(List.of());

    @ParameterizedTest
    @CsvSource({
        "0x00000000, N",
        "0x00960000, S",
        "0x40000000, D",
        "0x40930000, T",
        "0x408F0000, B",
        "0x420A0000, C",
        "0x80000000, D",
        "0x80310000, B",
        "0x803C0000, T",
        "0x808C0000, D",
        "0x808D0000, M",
        // in no row: as its severity
        "0x002F0000, N",
        "0x40DE0000, D",
        "0xC0000000, D",
    })
    void theDefaultKnowsEveryCodeByItselfOrByItsSeverity(String status, String flag) {
        assertEquals(new DataFlag(flag), STANDARD.flag(StatusProfiles.DEFAULT, Long.decode(status)));
    }

    @Test
    void theLowerBitsSayMoreAboutAValueAndDoNotChoose() {
        // limit bits "high" and "semantics changed"
        assertEquals(new DataFlag("T"), STANDARD.flag(StatusProfiles.DEFAULT, 0x803C_0600L));
        assertEquals(DataFlag.NORMAL, STANDARD.flag(StatusProfiles.DEFAULT, 0x0000_4400L));
    }

    @Test
    void aProfileOfOnesOwnIsLaidOverTheDefault() {
        StatusProfiles profiles = StatusProfiles.with(List.of(
                new StatusRow("plc", StatusRow.Status.parse("UNCERTAIN"), DataFlag.NORMAL),
                new StatusRow("plc", StatusRow.Status.parse("0x808C0000"), new DataFlag("C"))));
        assertEquals(Set.of("default", "plc"), profiles.names());
        assertEquals(
                DataFlag.NORMAL, profiles.flag("plc", 0x4093_0000L), "the profile's severity beats the default's code");
        assertEquals(new DataFlag("C"), profiles.flag("plc", 0x808C_0000L));
        assertEquals(new DataFlag("B"), profiles.flag("plc", 0x8031_0000L));
        assertEquals(new DataFlag("D"), profiles.flag(StatusProfiles.DEFAULT, 0x4000_0000L));
        assertEquals(new DataFlag("D"), profiles.flag("nobody's", 0x8000_0000L));
    }

    /** Whatever letter the default chooses, the rest of the system must know it, and only good values may be judged. */
    @Test
    void onlyNormalMayBeJudgedOfTheDefaultsFlags() {
        FlagTable flags = FlagTable.load();
        for (long status : List.of(
                0x4000_0000L, 0x8000_0000L, 0x0096_0000L, 0x408F_0000L, 0x4093_0000L, 0x420A_0000L, 0x808D_0000L)) {
            DataFlag flag = STANDARD.flag(StatusProfiles.DEFAULT, status);
            assertFalse(flags.meanings(flag).isEmpty(), flag::toString);
            assertFalse(flags.usable(flag), flag::toString);
        }
        assertTrue(flags.usable(STANDARD.flag(StatusProfiles.DEFAULT, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "good", "80310000", "0x8031", "0x8031000000", "0x-0310000", "0x+0310000", "0xZZZZZZZZ"})
    void whatIsNoStatusIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> StatusRow.Status.parse(text));
    }

    @Test
    void aStatusIsPrintedAsItIsRead() {
        for (String text : List.of("GOOD", "UNCERTAIN", "BAD", "0x80310000", "0x00960000")) {
            assertEquals(text, StatusRow.Status.parse(text).toString());
        }
    }
}
