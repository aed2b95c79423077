package io.stackwatch.gateway.notice.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.SecretReader;
import io.stackwatch.gateway.notice.Allowance;
import io.stackwatch.gateway.notice.ChannelKind.Means;
import io.stackwatch.gateway.notice.ChannelLine;
import io.stackwatch.gateway.notice.DispatchTerms;
import io.stackwatch.gateway.notice.Secrets;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of channels: what is read, and what is refused with its line. */
class NoticesFileTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("KEY", "a-key", "TOKEN", "a-token", "SECRET", "a-secret", "BROKEN", "whsec_%%%");

    @TempDir
    Path folder;

    /** The whole file of the recipe: every kind, every field. */
    @Test
    void theExampleOfTheRecipeIsReadAndMade() throws Exception {
        Path word = Files.writeString(folder.resolve("mail.word"), "secret\n");
        String yaml = recipe().replace("file:/run/secrets/mail", "file:" + word);
        NoticePlan plan = read(yaml);
        assertEquals(
                Map.of(AlarmLevel.RED, Duration.ZERO, AlarmLevel.ORANGE, Duration.ofMinutes(10)),
                plan.terms().patience());
        Vertx vertx = Vertx.vertx();
        try {
            List<ChannelLine> lines = plan.lines(new Means(vertx, Clock.systemUTC(), () -> "nonce"));
            assertEquals(
                    List.of("duty-wecom", "duty-dingtalk", "sms", "sms-aliyun", "mail", "city-platform", "syslog"),
                    lines.stream().map(line -> line.channel().name().value()).toList());
            assertEquals(
                    new Allowance(20, Duration.ofSeconds(61), 4), lines.get(0).allowance());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsNotSaidIsUsual() throws ConfigRefused {
        NoticePlan plan = read("channels:\n  - {name: duty, kind: DINGTALK, token: env:TOKEN}\n");
        assertEquals(
                new Allowance(20, Duration.ofSeconds(61), 4),
                plan.channels().get(0).allowance());
        assertEquals(DispatchTerms.defaults(), plan.terms());
        assertEquals(NoticePlan.none(), read(""));
    }

    @Test
    void everyProblemIsNamedWithItsLine() {
        String said = refused(
                """
                terms:
                  tries: 0
                channels:
                  - name: Duty
                    kind: WECOM
                  - name: duty
                    kind: FAX
                  - name: robot
                    kind: WECOM
                    key: env:NOT_THERE
                    wait: PT1H
                    colour: red
                  - name: robot
                    kind: WECOM
                    key: env:NOT_THERE
                  - name: hook
                    kind: WEBHOOK
                    url: ftp://example.cn
                    secret: env:SECRET
                """);
        for (String part : List.of(
                "channels.yaml:2: (file).terms",
                "channels[1].name: found 'Duty'",
                "FAX",
                "NOT_THERE",
                "wait",
                "colour",
                "each name once",
                "ftp://example.cn")) {
            assertTrue(said.contains(part), () -> part + " is not named: " + said);
        }
    }

    /** Somebody who writes the secret where its reference belongs must not find it in the log. */
    @Test
    void aSecretInTheFileIsRefusedAndNotRepeated() {
        String said = refused("channels:\n  - {name: duty, kind: WECOM, key: 693a91f6-7xxx}\n");
        assertTrue(said.contains("key") && said.contains("env:NAME"), said);
        assertFalse(said.contains("693a91f6"), said);
    }

    @Test
    void aSecretThatSaysBase64AndIsNoneIsRefused() {
        String said = refused("channels:\n  - {name: h, kind: WEBHOOK, url: 'http://h', secret: env:BROKEN}\n");
        assertTrue(said.contains("whsec_ and Base64") && !said.contains("%%%"), said);
    }

    @Test
    void aLoginOfTheMailServerNeedsItsPasswordAndOurAddressIsOne() {
        String said = refused("channels:\n  - {name: mail, kind: MAIL, host: h, from: a@b, user: me}\n");
        assertTrue(said.contains("password"), said);
        said = refused("channels:\n  - {name: mail, kind: MAIL, host: h, from: nobody}\n");
        assertTrue(said.contains("our own mail address"), said);
    }

    private static NoticePlan read(String yaml) throws ConfigRefused {
        return NoticesFile.read("channels.yaml", yaml, new Secrets(new SecretReader(ENVIRONMENT)));
    }

    private static String refused(String yaml) {
        return String.valueOf(
                assertThrows(ConfigRefused.class, () -> read(yaml)).getMessage());
    }

    /** The YAML of docs/recipes/add-a-notice-channel.md. */
    private static String recipe() throws IOException {
        String page = Files.readString(Path.of("../docs/recipes/add-a-notice-channel.md"));
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(begin, page.indexOf("```", begin));
    }
}
