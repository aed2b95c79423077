package io.stackwatch.gateway.notice.mail;

import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.gateway.notice.Wording;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A notice as a mail of plain text. No text becomes a header: a subject is one line, and encoded where it is not ASCII. */
final class NoticeMail extends MimeMessage {

    private final String id;

    private NoticeMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeMessage of(Session session, MailServer server, NoticeMessage message, Instant now)
            throws MessagingException {
        NoticeMail mail = new NoticeMail(session, "<" + message.id() + "@" + server.fromHost() + ">");
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(Wording.title(message).replaceAll("\\p{Cntrl}+", " ").strip(), "UTF-8");
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        String text = String.join("\n", Wording.lines(message)) + "\n" + Wording.number(message) + "\n";
        mail.setDataHandler(new DataHandler(
                new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        mail.setHeader("Content-Transfer-Encoding", "base64");
        mail.saveChanges();
        return mail;
    }

    /** The library asks for its name when it is saved. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
