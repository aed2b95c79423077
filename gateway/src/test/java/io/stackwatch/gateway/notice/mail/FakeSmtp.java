package io.stackwatch.gateway.notice.mail;

import io.stackwatch.gateway.notice.NoticeChannelContract.Behaviour;
import io.vertx.core.Vertx;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A server of RFC 5321 with AUTH PLAIN and LOGIN (RFC 4954) and, if it has a certificate, STARTTLS (RFC 3207) or security from the first
 * octet. It reads octet by octet, so that nothing of a handshake is taken for a line.
 */
final class FakeSmtp {

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ServerSocket server;
    private final Optional<SSLContext> tls;
    private final boolean fromTheFirstOctet;
    private volatile Behaviour behaviour = Behaviour.TAKES;
    private volatile int refusal;
    private volatile int contentRefusal;
    private volatile String cutAt = "";
    private volatile boolean trickles;
    private volatile boolean sawTls;
    private volatile @Nullable Throwable failure;

    FakeSmtp(Vertx vertx, Optional<SelfSignedCertificate> certificate) {
        this(vertx, certificate, false);
    }

    /** @param fromTheFirstOctet whether the connection is secured before anything is said, and not by STARTTLS */
    FakeSmtp(Vertx vertx, Optional<SelfSignedCertificate> certificate, boolean fromTheFirstOctet) {
        this.tls = certificate.map(own -> context(vertx, own));
        this.fromTheFirstOctet = fromTheFirstOctet;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("smtp-accept", this::accept);
    }

    private static SSLContext context(Vertx vertx, SelfSignedCertificate own) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.keyCertOptions().getKeyManagerFactory(vertx).getKeyManagers(), null, null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                start("smtp-session", () -> session(socket));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void session(Socket socket) {
        try (Socket closing = socket) {
            new Session(fromTheFirstOctet ? secured(closing) : closing).run();
        } catch (IOException broken) {
            failure = broken;
        } finally {
            ended.countDown();
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        sawTls = true;
        return socket;
    }

    int port() {
        return server.getLocalPort();
    }

    void stop() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void behave(Behaviour now) {
        behaviour = now;
    }

    /** Recipients are refused with this code from now on. */
    void refuseRecipients(int code) {
        refusal = code;
    }

    /** What is sent is refused with this code from now on. */
    void refuseContent(int code) {
        contentRefusal = code;
    }

    /** The connection breaks when this command comes; behind the content: a full stop. */
    void cutAt(String verb) {
        cutAt = verb;
    }

    /** It greets without end, a line at a time. */
    void trickle() {
        trickles = true;
    }

    /** Whether a connection has ended, waited for. */
    boolean sawTheEnd() throws InterruptedException {
        return ended.await(60, TimeUnit.SECONDS);
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    List<String> recipients() {
        return List.copyOf(recipients);
    }

    boolean sawTls() {
        return sawTls;
    }

    /** What broke the last connection that broke; null if none did. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    private final class Session {
        private Socket socket;

        Session(Socket socket) {
            this.socket = socket;
        }

        void run() throws IOException {
            if (trickles) {
                while (true) {
                    say("220-patience");
                }
            }
            switch (behaviour) {
                case SILENT -> {}
                case CLOSES -> {
                    return;
                }
                case GARBLED -> say("¿ what ?");
                case BUSY -> say("421 4.3.2 too busy");
                default -> say("220 fake ESMTP");
            }
            Optional<String> line = line();
            while (line.isPresent() && answered(line.get())) {
                line = line();
            }
        }

        private void say(String text) throws IOException {
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        /** Up to the end of a line; empty if the connection ended. */
        private Optional<String> line() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                if (octet == '\n') {
                    String text = line.toString(StandardCharsets.UTF_8);
                    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
                }
                line.write(octet);
            }
            return Optional.empty();
        }

        /** Whether the conversation goes on. */
        private boolean answered(String line) throws IOException {
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (verb.equals(cutAt)) {
                return false;
            }
            switch (verb) {
                case "EHLO", "HELO" ->
                    say(
                            tls.isPresent() && !(socket instanceof SSLSocket)
                                    ? "250-fake\r\n250 STARTTLS"
                                    : "250-fake\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN");
                case "STARTTLS" -> {
                    say("220 go ahead");
                    socket = secured(socket);
                }
                case "AUTH" -> auth(line);
                case "MAIL", "RSET", "NOOP" -> say("250 2.1.0 ok");
                case "RCPT" -> {
                    if (refusal > 0) {
                        say(refusal + " refused");
                    } else {
                        recipients.add(line);
                        say("250 2.1.5 ok");
                    }
                }
                case "DATA" -> {
                    say("354 go ahead");
                    return content();
                }
                case "QUIT" -> {
                    say("221 bye");
                    return false;
                }
                default -> say("500 what?");
            }
            return true;
        }

        private void auth(String line) throws IOException {
            String[] words = line.split(" ", -1);
            String said;
            if (words[1].equals("PLAIN")) {
                said = words.length > 2 ? words[2] : asked("");
                said = decoded(said).replaceFirst("^user\0", "\0");
            } else {
                said = "\0" + decoded(asked("VXNlcm5hbWU6")) + "\0" + decoded(asked("UGFzc3dvcmQ6"));
            }
            boolean right = said.equals("\0user\0word") && behaviour != Behaviour.REFUSES_US;
            say(right ? "235 2.7.0 ok" : "535 5.7.8 not you");
        }

        private String asked(String prompt) throws IOException {
            say("334 " + prompt);
            return line().orElse("");
        }

        private static String decoded(String text) {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        }

        private boolean content() throws IOException {
            StringBuilder data = new StringBuilder();
            Optional<String> line = line();
            while (line.isPresent() && !line.get().equals(".")) {
                String text = line.get();
                data.append(text.startsWith(".") ? text.substring(1) : text).append('\n');
                line = line();
            }
            if (line.isEmpty() || cutAt.equals(".")) {
                return false;
            }
            if (contentRefusal > 0) {
                say(contentRefusal + " refused");
                return true;
            }
            mails.add(data.toString());
            say("250 2.0.0 queued as 1A2B3C");
            return true;
        }
    }
}
