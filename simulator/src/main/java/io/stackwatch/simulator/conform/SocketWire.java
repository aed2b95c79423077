package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** A wire over a socket; every write leaves as its own segment as far as the system allows. */
final class SocketWire implements Wire {

    private static final int CHUNK = 8192;

    private final Socket socket;
    private final byte[] buffer = new byte[CHUNK];

    SocketWire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    static SocketWire to(String host, int port, Duration atMost) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), millis(atMost));
            return new SocketWire(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public Heard listen(Duration atMost) throws IOException {
        socket.setSoTimeout(millis(atMost));
        try {
            int length = socket.getInputStream().read(buffer);
            return length < 0 ? new Heard.Closed() : new Heard.Bytes(Arrays.copyOf(buffer, length));
        } catch (SocketTimeoutException e) {
            return new Heard.Nothing();
        } catch (SocketException reset) {
            // broken off by the other side, or closed by us: there is nothing more to hear
            return new Heard.Closed();
        }
    }

    @Override
    public void finishSending() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }
}
