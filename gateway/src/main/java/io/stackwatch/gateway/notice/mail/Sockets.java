package io.stackwatch.gateway.notice.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * The connections of one mail, which can be ended from outside while somebody waits for them: a read that waits for octets that come one
 * by one has no end of its own. When they are ended no further one is made. Safe for use by several threads.
 */
final class Sockets {

    private final List<Socket> open = new ArrayList<>();
    private boolean ended;

    /** Remembers a connection, or refuses it if all are ended. */
    synchronized Socket kept(Socket socket) throws IOException {
        if (ended) {
            socket.close();
            throw new IOException("the time of the mail is over");
        }
        open.add(socket);
        return socket;
    }

    /** Whether the time of the mail is over. */
    synchronized boolean ended() {
        return ended;
    }

    /** Closes every connection; whoever waits for one fails at once. */
    synchronized void end() {
        ended = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // there is nothing left to close
            }
        }
        open.clear();
    }

    /** A factory of plain connections that are remembered. */
    SocketFactory factory() {
        return new Kept(SocketFactory.getDefault());
    }

    /** A factory that remembers what another makes; connections are made first and connected later, with their waits. */
    private final class Kept extends SocketFactory {

        private final SocketFactory maker;

        Kept(SocketFactory maker) {
            this.maker = maker;
        }

        @Override
        public Socket createSocket() {
            try {
                return kept(maker.createSocket());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return kept(maker.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return kept(maker.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return kept(maker.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return kept(maker.createSocket(host, port, local, localPort));
        }
    }
}
