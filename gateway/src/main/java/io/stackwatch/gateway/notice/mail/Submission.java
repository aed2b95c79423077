package io.stackwatch.gateway.notice.mail;

import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One mail handed to a server, over a connection of its own. Waits; whoever called ends it by its {@link Sockets}. */
final class Submission {

    private static final int NEGATIVE_FROM = 400;

    private final MailServer server;
    private final Sockets sockets;
    private final Clock wall;

    Submission(MailServer server, Sockets sockets, Clock wall) {
        this.server = server;
        this.sockets = sockets;
        this.wall = wall;
    }

    Receipt send(NoticeMessage message) {
        if (sockets.ended()) {
            return Receipt.failed(DeliveryFault.NO_ANSWER, "its time was over before its turn");
        }
        try {
            Session session = Session.getInstance(properties());
            SMTPTransport transport =
                    new SMTPTransport(session, new URLName("smtp", server.host(), server.port(), null, null, null));
            try {
                MimeMessage mail = NoticeMail.of(session, server, message, wall.instant());
                connect(transport);
                transport.sendMessage(mail, mail.getAllRecipients());
                return Receipt.accepted("smtp=250");
            } catch (MessagingException failed) {
                return failed(failed, transport);
            } finally {
                part(transport);
            }
        } catch (IOException failed) {
            return Receipt.failed(DeliveryFault.UNREACHABLE, failed.getClass().getSimpleName());
        }
    }

    /** Says goodbye as far as that is possible; what the mail has come to does not change any more. */
    private void part(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyBroken) {
            // the connection is ended in any case
        } finally {
            sockets.end();
        }
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        if (server.login().isPresent()) {
            MailServer.Login login = server.login().get();
            transport.connect(server.host(), server.port(), login.user(), login.password());
        } else {
            transport.connect(server.host(), server.port(), null, null);
        }
    }

    private Properties properties() throws IOException {
        String wait = String.valueOf(server.patience().toMillis());
        MailServer.Mode mode = server.security().mode();
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", wait);
        properties.setProperty("mail.smtp.timeout", wait);
        properties.setProperty("mail.smtp.writetimeout", wait);
        properties.setProperty("mail.smtp.auth", String.valueOf(server.login().isPresent()));
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.smtp.localhost", "localhost");
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(mode == MailServer.Mode.TLS));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(mode == MailServer.Mode.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(mode == MailServer.Mode.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.ssl.socketFactory.fallback", "false");
        properties.put("mail.smtp.socketFactory", sockets.factory());
        if (mode != MailServer.Mode.NONE) {
            properties.put(
                    "mail.smtp.ssl.socketFactory",
                    new KeptTls(Trust.factory(server.security().trusted()), sockets));
        }
        return properties;
    }

    private static Receipt failed(MessagingException failed, SMTPTransport transport) {
        int code = code(failed, transport);
        if (failed instanceof AuthenticationFailedException) {
            return Receipt.failed(DeliveryFault.NOT_ADMITTED, said(code));
        }
        if (code >= NEGATIVE_FROM) {
            return Receipt.failed(fault(code), said(code));
        }
        if (isSilence(failed)) {
            return Receipt.failed(DeliveryFault.NO_ANSWER, "SocketTimeoutException");
        }
        String last = transport.getLastServerResponse();
        boolean unreadable = last != null && !last.isEmpty() && !last.equals("[EOF]") && code < 0;
        return Receipt.failed(
                unreadable ? DeliveryFault.UNREADABLE_ANSWER : DeliveryFault.UNREACHABLE,
                failed.getClass().getSimpleName());
    }

    private static String said(int code) {
        return "smtp=" + code;
    }

    /** The code of the reply that ended it, of whichever command. */
    private static int code(MessagingException failed, SMTPTransport transport) {
        for (Exception next = failed; next instanceof MessagingException known; next = known.getNextException()) {
            if (known instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (known instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (known instanceof SMTPSendFailedException command
                    && !(command.getNextException() instanceof MessagingException)) {
                return command.getReturnCode();
            }
        }
        return transport.getLastReturnCode();
    }

    private static boolean isSilence(MessagingException failed) {
        for (Exception next = failed;
                next != null;
                next = next instanceof MessagingException known ? known.getNextException() : null) {
            if (next instanceof SocketTimeoutException || next.getCause() instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** What a reply code says (RFC 5321 4.2.3, RFC 4954 6). */
    private static DeliveryFault fault(int code) {
        return switch (code) {
            case 530, 534, 535, 538 -> DeliveryFault.NOT_ADMITTED;
            case 550, 551, 553 -> DeliveryFault.UNKNOWN_ADDRESS;
            case 552, 554, 555 -> DeliveryFault.CONTENT_REFUSED;
            default -> DeliveryFault.FAULT_THERE;
        };
    }
}
