package io.stackwatch.gateway.notice.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.NoticeText;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.NoticeChannelContract;
import io.stackwatch.gateway.notice.mail.MailServer.Login;
import io.stackwatch.gateway.notice.mail.MailServer.Mode;
import io.stackwatch.gateway.notice.mail.MailServer.Security;
import io.vertx.core.Vertx;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Mail against a server on this machine. */
class MailChannelTest extends NoticeChannelContract {

    private static final Clock WALL = Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC);
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?UTF-8\\?([QB])\\?([^?]*)\\?=");

    @Override
    protected Bench bench() {
        return new Fake(Optional.empty());
    }

    @Test
    void aMailIsPlainTextWithTheLevelInItsSubjectAndTheNumberAsItsName() throws InterruptedException {
        NoticeMessage message = message(3);
        assertTrue(told(message).state().told());
        Fake fake = (Fake) standing();
        String mail = fake.smtp.mails().get(0);
        assertTrue(mail.contains("Message-ID: <" + message.id() + "@bureau.example>"), mail);
        assertEquals(
                1,
                mail.lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("message-id"))
                        .count());
        assertTrue(mail.contains("Auto-Submitted: auto-generated"), mail);
        assertTrue(decoded(header(mail, "Subject")).contains("【红色】排放口 DA3 颗粒物超标"), mail);
        assertEquals(List.of("RCPT TO:<duty@bureau.example>"), fake.smtp.recipients());
    }

    @Test
    void aTextForgesNoHeaderAndEndsNoMail() throws InterruptedException {
        NoticeText text = new NoticeText("主题", "一\n.\nQUIT\nBcc: a@b", List.of());
        NoticeMessage message = new NoticeMessage(
                message(1).id(), message(1).tells(), standing().address(), text);
        assertTrue(told(message).state().told());
        assertEquals(1, ((Fake) standing()).smtp.mails().size());
        assertEquals(1, ((Fake) standing()).smtp.recipients().size());
    }

    @Test
    void whatTheServerSaysOfAnAddressIsToldApart() throws InterruptedException {
        Fake fake = (Fake) standing();
        fake.smtp.refuseRecipients(550);
        assertEquals(DeliveryFault.UNKNOWN_ADDRESS, told(message(1)).fault().orElseThrow());
        fake.smtp.refuseRecipients(450);
        assertEquals(DeliveryFault.FAULT_THERE, told(message(1)).fault().orElseThrow());
        fake.smtp.refuseRecipients(0);
        NoticeMessage nowhere = new NoticeMessage(
                message(1).id(), message(1).tells(), "a@b>\u00a0x", message(1).text());
        assertEquals(DeliveryFault.UNKNOWN_ADDRESS, told(nowhere).fault().orElseThrow());
    }

    @Test
    void theConnectionIsSecuredBeforeNameAndPasswordAreSent() throws InterruptedException {
        SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
        try (Fake fake = new Fake(Optional.of(certificate))) {
            Path file = Path.of(certificate.certificatePath());
            Receipt receipt = told(fake.secured(file), message(1));
            assertTrue(receipt.state().told(), () -> receipt + " " + fake.smtp.failure());
            assertTrue(fake.smtp.sawTls());
        }
        certificate.delete();
    }

    @Test
    void aServerThatCannotSecureTheConnectionGetsNothing() throws InterruptedException {
        Fake fake = (Fake) standing();
        assertEquals(
                DeliveryFault.UNREACHABLE,
                told(fake.secured(Path.of("none.pem")), message(1)).fault().orElseThrow());
        assertEquals(List.of(), fake.smtp.mails());
    }

    @Test
    void aSubjectThatLooksLikeAHeaderIsNoneAlsoWhereItIsAsciiAndLong() throws InterruptedException {
        NoticeText text = new NoticeText("alarm ".repeat(30) + "Bcc: a@b.example", "text", List.of());
        NoticeMessage message = new NoticeMessage(
                message(1).id(), message(1).tells(), standing().address(), text);
        assertTrue(told(message).state().told());
        String mail = ((Fake) standing()).smtp.mails().get(0);
        String headers = mail.substring(0, mail.indexOf("\n\n"));
        assertTrue(headers.lines().noneMatch(line -> line.startsWith("Bcc")), mail);
        assertTrue(headers.contains("Content-Transfer-Encoding: base64"), mail);
        assertEquals(1, ((Fake) standing()).smtp.recipients().size());
    }

    @Test
    void anAddressThatIsSeveralIsNone() throws InterruptedException {
        for (String address :
                List.of("a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "a@b.example;c@d")) {
            NoticeMessage message = new NoticeMessage(
                    message(1).id(), message(1).tells(), address, message(1).text());
            assertEquals(DeliveryFault.UNKNOWN_ADDRESS, told(message).fault().orElseThrow(), address);
        }
        assertEquals(List.of(), ((Fake) standing()).smtp.recipients());
    }

    @Test
    void whatTheServerSaysOfTheContentIsToldApart() throws InterruptedException {
        Fake fake = (Fake) standing();
        fake.smtp.refuseContent(554);
        Receipt refused = told(message(1));
        assertEquals(DeliveryFault.CONTENT_REFUSED, refused.fault().orElseThrow());
        assertEquals("smtp=554", refused.reference());
        fake.smtp.refuseContent(451);
        assertEquals(DeliveryFault.FAULT_THERE, told(message(1)).fault().orElseThrow());
    }

    @Test
    void aConnectionThatIsCutInTheMiddleIsAFaultAndTheMailIsNotTaken() throws InterruptedException {
        Fake fake = (Fake) standing();
        for (String verb : List.of("EHLO", "AUTH", "MAIL", "RCPT", "DATA", ".")) {
            fake.smtp.cutAt(verb);
            Receipt receipt = told(message(1));
            assertTrue(receipt.fault().isPresent(), () -> verb + " " + receipt);
        }
        assertEquals(List.of(), fake.smtp.mails());
        fake.smtp.cutAt("");
        assertTrue(told(message(1)).state().told());
    }

    @Test
    void aServerThatGreetsWithoutEndIsLeftWhenTheTimeIsOver() throws InterruptedException {
        Fake fake = (Fake) standing();
        fake.smtp.trickle();
        assertEquals(
                DeliveryFault.NO_ANSWER,
                told(fake.impatient(), message(1)).fault().orElseThrow());
        assertTrue(fake.smtp.sawTheEnd(), "the connection is ended from our side");
    }

    @Test
    void aConnectionThatIsSecuredFromTheFirstOctetIsUsedAndAStrangersCertificateIsNot() throws InterruptedException {
        SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
        SelfSignedCertificate stranger = SelfSignedCertificate.create("localhost");
        try (Fake fake = new Fake(Optional.of(certificate), true)) {
            Receipt receipt = told(fake.secured(Mode.TLS, Path.of(certificate.certificatePath())), message(1));
            assertTrue(receipt.state().told(), receipt::toString);
            Receipt refused = told(fake.secured(Mode.TLS, Path.of(stranger.certificatePath())), message(2));
            assertEquals(DeliveryFault.UNREACHABLE, refused.fault().orElseThrow());
            assertEquals(1, fake.smtp.mails().size());
        }
        certificate.delete();
        stranger.delete();
    }

    private static String header(String mail, String name) {
        return mail.lines()
                .dropWhile(line -> !line.startsWith(name + ":"))
                .takeWhile(line -> line.startsWith(name + ":") || line.startsWith(" "))
                .collect(Collectors.joining(""));
    }

    /** Encoded words of RFC 2047, in Q or B. */
    private static String decoded(String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher words = ENCODED_WORD.matcher(header);
        while (words.find()) {
            String word = words.group(2);
            if (words.group(1).equals("B")) {
                bytes.writeBytes(Base64.getDecoder().decode(word));
                continue;
            }
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) == '=') {
                    bytes.write(Integer.parseInt(word.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    bytes.write(word.charAt(i) == '_' ? ' ' : word.charAt(i));
                }
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class Fake implements Bench {

        private final Vertx vertx = Vertx.vertx();
        private final FakeSmtp smtp;
        private final MailChannel channel;
        private final MailChannel toNobody;

        Fake(Optional<SelfSignedCertificate> certificate) {
            this(certificate, false);
        }

        Fake(Optional<SelfSignedCertificate> certificate, boolean fromTheFirstOctet) {
            this.smtp = new FakeSmtp(vertx, certificate, fromTheFirstOctet);
            this.channel = new MailChannel(NAME, vertx, WALL, server("127.0.0.1", smtp.port(), Security.NONE));
            FakeSmtp stopped = new FakeSmtp(vertx, Optional.empty());
            this.toNobody = new MailChannel(NAME, vertx, WALL, server("127.0.0.1", stopped.port(), Security.NONE));
            stopped.stop();
        }

        NoticeChannel secured(Path trusted) {
            return secured(Mode.STARTTLS, trusted);
        }

        NoticeChannel secured(Mode mode, Path trusted) {
            return new MailChannel(
                    NAME, vertx, WALL, server("localhost", smtp.port(), new Security(mode, Optional.of(trusted))));
        }

        private static MailServer server(String host, int port, Security security) {
            return server(host, port, security, PATIENCE);
        }

        private static MailServer server(String host, int port, Security security, Duration patience) {
            return new MailServer(
                    host,
                    port,
                    security,
                    Optional.of(new Login("user", "word")),
                    "stackwatch@bureau.example",
                    patience);
        }

        @Override
        public NoticeChannel channel() {
            return channel;
        }

        @Override
        public NoticeChannel impatient() {
            return new MailChannel(NAME, vertx, WALL, server("127.0.0.1", smtp.port(), Security.NONE, IMPATIENCE));
        }

        @Override
        public NoticeChannel toNobody() {
            return toNobody;
        }

        @Override
        public String address() {
            return "duty@bureau.example";
        }

        @Override
        public void behave(Behaviour now) {
            smtp.behave(now);
        }

        @Override
        public List<String> received() {
            return smtp.mails();
        }

        @Override
        public Set<DeliveryFault> faults(Behaviour now) {
            return switch (now) {
                case TAKES -> Set.of();
                case SILENT -> Set.of(DeliveryFault.NO_ANSWER);
                case CLOSES -> Set.of(DeliveryFault.UNREACHABLE);
                case GARBLED ->
                    any(DeliveryFault.UNREADABLE_ANSWER, DeliveryFault.FAULT_THERE, DeliveryFault.UNREACHABLE);
                case REFUSES_US -> Set.of(DeliveryFault.NOT_ADMITTED);
                case BUSY -> Set.of(DeliveryFault.FAULT_THERE);
            };
        }

        @Override
        public void close() {
            smtp.stop();
            vertx.close().await();
        }
    }
}
