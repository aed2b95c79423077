package io.stackwatch.connectors.hj212;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The collected frames of {@code hj212/samples.txt}, each with the status that a program gave it. */
public final class Samples {

    private static final String STATUS = "| status: ";

    private Samples() {}

    /** All of them, in the order of the file. */
    public static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        try (InputStream file = Samples.class.getResourceAsStream("/hj212/samples.txt")) {
            if (file == null) {
                throw new IllegalStateException("hj212/samples.txt is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            String source = "";
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.startsWith("# source:")) {
                    source = line;
                } else if (line.startsWith("##") || line.startsWith("hex:") || line.startsWith("enc:")) {
                    samples.add(sample(number, source, line));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return samples;
    }

    private static Sample sample(int number, String source, String line) {
        byte[] frame = line.startsWith("##")
                ? line.getBytes(StandardCharsets.UTF_8)
                : HexFormat.of().parseHex(line.substring(4));
        int at = source.lastIndexOf(STATUS);
        return new Sample(
                number,
                source,
                source.substring(at + STATUS.length()),
                frame,
                source.contains("term=LF") ? "\n" : "\r\n");
    }

    /**
     * One of them.
     *
     * @param line where in the file
     * @param source the line before it, as it stands there
     * @param status {@code ok}, {@code bad(...)} or {@code encrypted(...)}
     * @param frame the bytes without the line end
     * @param lineEnd what stands behind it on the wire
     */
    @SuppressWarnings("ArrayRecordComponent") // read only
    public record Sample(int line, String source, String status, byte[] frame, String lineEnd) {

        /** Whether length and checksum are right. */
        public boolean isOk() {
            return status.equals("ok");
        }

        /** The bytes as they stand on the wire. */
        public byte[] wire() {
            byte[] end = lineEnd.getBytes(StandardCharsets.US_ASCII);
            byte[] wire = Arrays.copyOf(frame, frame.length + end.length);
            System.arraycopy(end, 0, wire, frame.length, end.length);
            return wire;
        }

        @Override
        public String toString() {
            return "samples.txt:" + line + " " + status;
        }
    }
}
