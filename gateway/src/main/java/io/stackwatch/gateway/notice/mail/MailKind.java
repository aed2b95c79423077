package io.stackwatch.gateway.notice.mail;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.gateway.config.EntryReader;
import io.stackwatch.gateway.notice.Allowance;
import io.stackwatch.gateway.notice.ChannelKind;
import io.stackwatch.gateway.notice.Secrets;
import io.stackwatch.gateway.notice.mail.MailServer.Login;
import io.stackwatch.gateway.notice.mail.MailServer.Mode;
import io.stackwatch.gateway.notice.mail.MailServer.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code kind: MAIL}. */
public final class MailKind implements ChannelKind {

    private static final int SUBMISSION_PORT = 587;

    @Override
    public String name() {
        return "MAIL";
    }

    @Override
    public Allowance usual() {
        return new Allowance(60, Duration.ofMinutes(1), 10);
    }

    @Override
    public Optional<Making> read(ChannelName name, Duration wait, EntryReader entry, Secrets secrets) {
        Optional<String> host = entry.required("host", "a host name or address", text -> text);
        Optional<String> from = entry.required("from", "our own mail address", text -> text);
        int port = entry.number("port", SUBMISSION_PORT);
        Mode mode = entry.constant("security", Mode.class).orElse(Mode.STARTTLS);
        Optional<Path> trusted = entry.value("trusted", "a PEM file of certificates", Path::of);
        Optional<String> user = entry.value("user", "the name of a login", text -> text);
        Optional<String> password = user.isPresent() ? secrets.required(entry, "password") : Optional.empty();
        if (host.isEmpty() || from.isEmpty() || (user.isPresent() && password.isEmpty())) {
            return Optional.empty();
        }
        Optional<Login> login = user.flatMap(known -> password.map(word -> new Login(known, word)));
        try {
            MailServer server = new MailServer(host.get(), port, new Security(mode, trusted), login, from.get(), wait);
            return Optional.of(means -> new MailChannel(name, means.vertx(), means.wall(), server));
        } catch (IllegalArgumentException wrong) {
            entry.problem(entry.line(), "(server)", String.valueOf(wrong.getMessage()), "values that can be used");
            return Optional.empty();
        }
    }
}
