package io.stackwatch.connectors.hj212.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A logger's end of a connection, with length and checksum code of its own: never prove a codec with itself. */
public final class Peer implements Closeable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    /** Connects to a server on this machine. */
    public Peer(int port) {
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Sends bytes as they are. */
    public Peer send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Sends a segment as a whole packet. */
    public Peer sendSegment(String segment) {
        return send(packet(segment));
    }

    /** Reads one packet, checks its length, checksum and line end, and returns its segment. */
    public String readSegment() {
        byte[] head = read(6);
        if (head[0] != '#' || head[1] != '#') {
            throw new AssertionError("a packet begins with ##: " + new String(head, StandardCharsets.US_ASCII));
        }
        int length = Integer.parseInt(new String(head, 2, 4, StandardCharsets.US_ASCII));
        byte[] segment = read(length);
        String crc = new String(read(4), StandardCharsets.US_ASCII);
        if (!crc.equals("%04X".formatted(crc(segment)))) {
            throw new AssertionError("checksum " + crc + " of " + new String(segment, StandardCharsets.UTF_8));
        }
        byte[] end = read(2);
        if (end[0] != '\r' || end[1] != '\n') {
            throw new AssertionError("a packet ends with CR LF");
        }
        return new String(segment, StandardCharsets.UTF_8);
    }

    /** Whether the server has closed the connection; waits for it. */
    public boolean isClosedByServer() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Closes with a reset, as a device that loses power and comes back. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** A packet around a segment. */
    public static byte[] packet(String segment) {
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        return ("##" + "%04d".formatted(bytes.length) + segment + "%04X".formatted(crc(bytes)) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The checksum, bit by bit as HJ 212-2017 Appendix A words it. */
    static int crc(byte[] bytes) {
        return crc(bytes, true);
    }

    /** CRC-16/MODBUS, bit by bit. */
    static int modbus(byte[] bytes) {
        return crc(bytes, false);
    }

    private static int crc(byte[] bytes, boolean shiftFirst) {
        int register = 0xFFFF;
        for (byte b : bytes) {
            register = (shiftFirst ? register >> 8 : register) ^ (b & 0xFF);
            for (int bit = 0; bit < 8; bit++) {
                boolean odd = (register & 1) == 1;
                register >>= 1;
                if (odd) {
                    register ^= 0xA001;
                }
            }
        }
        return register;
    }

    private byte[] read(int length) {
        try {
            InputStream in = socket.getInputStream();
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new AssertionError("the server closed after " + bytes.length + " of " + length + " bytes: "
                        + new String(bytes, StandardCharsets.UTF_8));
            }
            return bytes;
        } catch (IOException nothing) {
            throw new AssertionError("no answer within " + PATIENCE_MILLIS + " ms", nothing);
        }
    }
}
