package io.stackwatch.gateway.notice.mail;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.Wording;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Mail over a server of ours. An address on this channel is a mail address. The {@code Message-ID} follows from the
 * number of the message, so that a mail program can see a repetition. Closing it is the business of whoever made it.
 */
public final class MailChannel implements NoticeChannel, AutoCloseable {

    private final ChannelName name;
    private final MailServer server;
    private final MailClient client;

    public MailChannel(ChannelName name, Vertx vertx, MailServer server) {
        this.name = name;
        this.server = server;
        this.client = MailClient.create(vertx, config(server));
    }

    private static MailConfig config(MailServer server) {
        MailServer.Security security = server.security();
        MailConfig config = new MailConfig()
                .setHostname(server.host())
                .setPort(server.port())
                .setSsl(security.mode() == MailServer.Mode.TLS)
                .setStarttls(
                        security.mode() == MailServer.Mode.STARTTLS
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setKeepAlive(false)
                .setLogin(LoginOption.DISABLED);
        if (security.mode() != MailServer.Mode.NONE) {
            config.setHostnameVerificationAlgorithm("HTTPS");
            security.trusted()
                    .ifPresent(file -> config.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        }
        config.setConnectTimeout((int) server.patience().toMillis());
        config.setSslHandshakeTimeout(server.patience().toMillis()).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        server.login().ifPresent(login -> config.setLogin(LoginOption.REQUIRED)
                .setUsername(login.user())
                .setPassword(login.password()));
        return config;
    }

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
        if (!message.to().matches("[^@\\s<>]+@[^@\\s<>]+")) {
            receipt.accept(Receipt.failed(DeliveryFault.UNKNOWN_ADDRESS, "not a mail address"));
            return;
        }
        MailMessage mail = new MailMessage()
                .setFrom(server.from())
                .setTo(message.to())
                .setSubject(Wording.title(message))
                .setText(String.join("\n", Wording.lines(message)) + "\n" + Wording.number(message) + "\n")
                .addHeader("Message-ID", "<" + message.id() + "@" + server.fromHost() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        client.sendMail(mail)
                .timeout(server.patience().toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(
                        done -> receipt.accept(done.succeeded() ? Receipt.accepted("smtp=250") : failed(done.cause())));
    }

    private static Receipt failed(Throwable cause) {
        if (cause instanceof SMTPException refused) {
            return Receipt.failed(fault(refused.getReplyCode()), "smtp=" + refused.getReplyCode());
        }
        DeliveryFault fault = cause instanceof TimeoutException ? DeliveryFault.NO_ANSWER : DeliveryFault.UNREACHABLE;
        return Receipt.failed(fault, cause.getClass().getSimpleName());
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

    @Override
    public void close() {
        client.close();
    }
}
