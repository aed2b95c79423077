package io.stackwatch.gateway.notice.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** A factory of secured connections that are remembered, so that they can be ended from outside. */
final class KeptTls extends SSLSocketFactory {

    private final SSLSocketFactory maker;
    private final Sockets sockets;

    KeptTls(SSLSocketFactory maker, Sockets sockets) {
        this.maker = maker;
        this.sockets = sockets;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return maker.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return maker.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return sockets.kept(maker.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean closes) throws IOException {
        return sockets.kept(maker.createSocket(plain, host, port, closes));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return sockets.kept(maker.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return sockets.kept(maker.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return sockets.kept(maker.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return sockets.kept(maker.createSocket(host, port, local, localPort));
    }
}
