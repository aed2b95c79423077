package io.stackwatch.gateway.notice.mail;

import io.stackwatch.gateway.notice.NoticeChannelContract.Behaviour;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SelfSignedCertificate;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server of RFC 5321 with AUTH PLAIN and LOGIN (RFC 4954) and, if it has a certificate, STARTTLS (RFC 3207). */
final class FakeSmtp {

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final NetServer server;
    private final Optional<SelfSignedCertificate> certificate;
    private volatile Behaviour behaviour = Behaviour.TAKES;
    private volatile int refusal;
    private volatile boolean sawTls;
    private volatile @Nullable Throwable failure;

    FakeSmtp(Vertx vertx, Optional<SelfSignedCertificate> certificate) {
        this.certificate = certificate;
        this.server = await(vertx.createNetServer().connectHandler(Session::new).listen(0, "127.0.0.1"));
    }

    int port() {
        return server.actualPort();
    }

    void stop() {
        await(server.close());
    }

    void behave(Behaviour now) {
        behaviour = now;
    }

    /** Recipients are refused with this code from now on. */
    void refuseRecipients(int code) {
        refusal = code;
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

    /** Why a connection could not be secured; null if it could. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private final class Session {
        private final NetSocket socket;
        private final StringBuilder data = new StringBuilder();
        private boolean inData;
        private boolean secured;
        private int login;

        Session(NetSocket socket) {
            this.socket = socket;
            RecordParser lines = RecordParser.newDelimited("\r\n", line -> line(line.toString(StandardCharsets.UTF_8)));
            socket.handler(lines);
            switch (behaviour) {
                case SILENT -> {}
                case CLOSES -> socket.close();
                case GARBLED -> say("¿ what ?");
                case BUSY -> say("421 4.3.2 too busy");
                default -> say("220 fake ESMTP");
            }
        }

        private void say(String text) {
            socket.write(text + "\r\n");
        }

        private void line(String line) {
            if (inData) {
                data(line);
                return;
            }
            if (login > 0) {
                login(line);
                return;
            }
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO", "HELO" -> {
                    if (certificate.isPresent() && !secured) {
                        say("250-fake\r\n250 STARTTLS");
                    } else {
                        say("250-fake\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN");
                    }
                }
                case "STARTTLS" -> {
                    socket.write("220 go ahead\r\n")
                            .compose(said -> socket.upgradeToSsl(new ServerSSLOptions()
                                    .setKeyCertOptions(certificate.orElseThrow().keyCertOptions())
                                    .setSslHandshakeTimeout(60)
                                    .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)))
                            .onSuccess(done -> {
                                secured = true;
                                sawTls = true;
                            })
                            .onFailure(failed -> {
                                failure = failed;
                                socket.close();
                            });
                }
                case "AUTH" -> auth(line);
                case "MAIL" -> say("250 2.1.0 ok");
                case "RCPT" -> {
                    if (refusal > 0) {
                        say(refusal + " refused");
                    } else {
                        recipients.add(line);
                        say("250 2.1.5 ok");
                    }
                }
                case "DATA" -> {
                    inData = true;
                    say("354 go ahead");
                }
                case "QUIT" -> {
                    say("221 bye");
                    socket.close();
                }
                case "RSET", "NOOP" -> say("250 ok");
                default -> say("500 what?");
            }
        }

        private void auth(String line) {
            String[] words = line.split(" ", -1);
            if (words[1].equals("PLAIN") && words.length > 2) {
                answer(new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8).equals("\0user\0word"));
            } else if (words[1].equals("LOGIN")) {
                login = 1;
                say("334 VXNlcm5hbWU6");
            } else {
                say("504 no");
            }
        }

        private void login(String line) {
            if (login == 1) {
                login = 2;
                say("334 UGFzc3dvcmQ6");
            } else {
                login = 0;
                answer(new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8).equals("word"));
            }
        }

        private void answer(boolean right) {
            say(right && behaviour != Behaviour.REFUSES_US ? "235 2.7.0 ok" : "535 5.7.8 not you");
        }

        private void data(String line) {
            if (line.equals(".")) {
                inData = false;
                mails.add(data.toString());
                data.setLength(0);
                say("250 2.0.0 queued as 1A2B3C");
            } else {
                data.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
            }
        }
    }
}
