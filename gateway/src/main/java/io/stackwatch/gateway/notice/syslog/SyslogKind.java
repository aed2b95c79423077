package io.stackwatch.gateway.notice.syslog;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.gateway.config.EntryReader;
import io.stackwatch.gateway.notice.Allowance;
import io.stackwatch.gateway.notice.ChannelKind;
import io.stackwatch.gateway.notice.Secrets;
import io.stackwatch.gateway.notice.syslog.SyslogChannel.Collector;
import io.stackwatch.gateway.notice.syslog.SyslogChannel.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code kind: SYSLOG}. */
public final class SyslogKind implements ChannelKind {

    private static final int LOCAL0 = 16;
    private static final int CLEAR_PORT = 514;
    private static final int TLS_PORT = 6_514;

    @Override
    public String name() {
        return "SYSLOG";
    }

    @Override
    public Allowance usual() {
        return new Allowance(600, Duration.ofMinutes(1), 60);
    }

    @Override
    public Optional<Making> read(ChannelName name, Duration wait, EntryReader entry, Secrets secrets) {
        Optional<String> host = entry.required("host", "a host name or address", text -> text);
        boolean tls = entry.yes("tls", true);
        Optional<Path> trusted = entry.value("trusted", "a PEM file of certificates", Path::of);
        int port = entry.number("port", tls ? TLS_PORT : CLEAR_PORT);
        int facility = entry.number("facility", LOCAL0);
        String hostname = entry.value("hostname", "visible ASCII characters", text -> text)
                .orElse("-");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        try {
            Collector collector = new Collector(host.get(), port, new Security(tls, trusted), facility, hostname, wait);
            return Optional.of(means -> new SyslogChannel(name, means.vertx(), collector));
        } catch (IllegalArgumentException wrong) {
            entry.problem(entry.line(), "(collector)", String.valueOf(wrong.getMessage()), "values that can be used");
            return Optional.empty();
        }
    }
}
