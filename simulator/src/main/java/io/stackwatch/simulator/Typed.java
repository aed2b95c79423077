package io.stackwatch.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What people type: the lines of the standard input, bounded. */
final class Typed {

    /** The line that ends a command. */
    static final String QUIT = "quit";

    private static final int LINES = 1_000;

    private Typed() {}

    /** Lines as they come; the end of the input is no line: a program in the background has none. */
    static BlockingQueue<String> lines() {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>(LINES);
        Thread reader = new Thread(() -> read(lines), "commands");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static void read(BlockingQueue<String> lines) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.put(line);
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
