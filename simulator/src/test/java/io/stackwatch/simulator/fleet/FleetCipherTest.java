package io.stackwatch.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.logger.HostFrame;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A logger that encrypts, over a real socket (HJ 212-2025 6.4); the host has a cipher of its own. */
class FleetCipherTest {

    private static final String KEY = "0000000000000000";
    private static final String YOUNG = "abcdefghijklmnop";
    private static final String ENCRYPTION = "encryption: {key: \"0000000000000000\", created: start-24h}";

    private AskedFleet asked;
    private AskingHost host;

    @BeforeEach
    void open() throws Exception {
        asked = new AskedFleet();
        host = asked.host();
    }

    @AfterEach
    void close() throws Exception {
        asked.close();
    }

    @Test
    void uploadsAreEncryptedAndTheDialogueIsNot() throws Exception {
        asked.start(60, "edition: 2025", "realtime: 10s", "minute: 1m", ENCRYPTION);
        host.ask("QN=20261123100000000;ST=31;CN=2061;PW=123456;MN=A1;Flag=9;"
                + "CP=&&BeginTime=20261123060000;EndTime=20261123060000&&");

        host.await(
                "a minute and an hour on record",
                it -> !it.packets("2051").isEmpty() && it.packets("9012").size() == 1);

        for (String command : List.of("2011", "2051", "2061", "2081")) {
            String packet = host.packets(command).get(0);
            assertFalse(packet.contains("DataTime="), packet);
            String opened = HostFrame.opened(packet, KEY);
            assertTrue(opened.contains(";CP=&&DataTime=20261123"), opened);
            assertTrue(HostFrame.isRight(opened), opened);
        }
        assertTrue(HostFrame.opened(host.packets("2061").get(0), KEY).contains(";RF=1;"));
        assertTrue(host.packets("9011").get(0).contains("CP=&&QnRtn=1&&"));
        assertTrue(host.packets("9012").get(0).contains("CP=&&ExeRtn=1&&"));
    }

    @Test
    void theInformationOfAnAnalyserIsEncryptedAndItsSerialNumberIsNot() throws Exception {
        asked.start(1, "edition: 2025", "realtime: 0", "minute: 0", ENCRYPTION);

        host.ask("QN=20261123100000000;ST=31;CN=3020;PW=123456;MN=A1;Flag=9;CP=&&PolId=a21026;InfoId=i12001&&");
        host.ask("QN=20261123100001000;ST=31;CN=3019;PW=123456;MN=A1;Flag=9;CP=&&PolId=a21026&&");

        host.await("both results", it -> it.packets("9012").size() == 2);
        assertTrue(HostFrame.opened(host.packets("3020").get(0), KEY).contains(";i12001-Info=0&&"));
        assertTrue(host.packets("3019").get(0).contains(";a21026-SN="));
    }

    @Test
    void afterANewKeyEverythingIsEncryptedWithIt() throws Exception {
        asked.start(60, "edition: 2025", "realtime: 10s", "minute: 0", ENCRYPTION);
        host.await("a realtime value", it -> !it.packets("2011").isEmpty());

        host.send(HostFrame.sealed(
                "QN=20261123100000000;ST=31;CN=1014;PW=123456;MN=A1;Flag=9;"
                        + "CP=&&SKCreateTime=20261123100000000,NewSK=" + YOUNG + "&&",
                KEY));

        host.await("the new key", it -> it.packets("2011").stream()
                .anyMatch(packet -> HostFrame.isRight(HostFrame.opened(packet, YOUNG))));
        assertTrue(host.packets("9012").get(0).contains("ExeRtn=1"));
        assertEquals(
                List.of(false),
                host.packets("2011").stream()
                        .skip(host.packets("2011").size() - 1L)
                        .map(packet -> HostFrame.isRight(HostFrame.opened(packet, KEY)))
                        .toList());
    }

    /** It is 84 days and 23 hours old; HJ 212-2025 6.4.3 allows 90. */
    @Test
    void beforeItsKeyIsTooOldItAsksForANewOne() throws Exception {
        asked.start(
                3600,
                "edition: 2025",
                "realtime: 0",
                "minute: 0",
                "encryption: {key: \"0000000000000000\", created: start-2039h}");

        host.await("a request for a key", it -> !it.packets("1014").isEmpty());

        String opened = HostFrame.opened(host.packets("1014").get(0), KEY);
        assertTrue(opened.contains(";Flag=9;CP=&&SKCreateTime=20260830110000000&&"), opened);
        assertFalse(host.packets("1014").get(0).contains("SKCreateTime"));
    }

    @Test
    void plaintextAndTheOldKeyCanBeTold() throws Exception {
        asked.start(60, "edition: 2025", "realtime: 10s", "minute: 0", ENCRYPTION);
        host.await("a realtime value", it -> !it.packets("2011").isEmpty());

        asked.command("fault all plaintext");
        host.await("a value in clear", it -> it.packets("2011").stream().anyMatch(HostFrame::isRight));

        asked.command("heal all");
        asked.command("fault all old-key");
        int before = host.packets("2011").size();
        host.await("two under a key that nobody knows", it -> it.packets("2011").size() > before + 2);
        String last = host.packets("2011").get(before + 2);
        assertFalse(HostFrame.isRight(last));
        assertFalse(HostFrame.isRight(HostFrame.opened(last, KEY)));
    }
}
