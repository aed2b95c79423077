package io.stackwatch.connectors.opcua.plant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between a client and a port, that can be cut and mended. */
public final class CuttableWire implements AutoCloseable {

    private final int target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> held = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean mute;

    /** A wire to a port of this machine. */
    public CuttableWire(int target) {
        this.target = target;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
        daemon(this::accept);
    }

    /** Where clients connect to. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Breaks what is connected; until it is mended, nobody gets through. */
    public void cut() {
        cut = true;
        open.forEach(CuttableWire::close);
        open.clear();
    }

    /** While it is mute, whoever connects is taken and hears nothing, ever; when it is not any more, those are let go. */
    public void mute(boolean now) {
        mute = now;
        if (!now) {
            held.forEach(CuttableWire::close);
            held.clear();
        }
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        mute(false);
        try {
            listening.close();
        } catch (IOException gone) {
            // it is what we want
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                if (cut) {
                    close(near);
                    continue;
                }
                if (mute) {
                    held.add(near);
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                daemon(() -> copy(near, far));
                daemon(() -> copy(far, near));
            } catch (IOException refused) {
                // the next one may be luckier
            }
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // the other side finds out below
        }
        close(from);
        close(to);
        open.remove(from);
        open.remove(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is what we want
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
