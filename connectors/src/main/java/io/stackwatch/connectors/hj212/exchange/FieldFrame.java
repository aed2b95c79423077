package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * What matters of a frame from the field to an exchange.
 *
 * @param station who sent it
 * @param command its command
 * @param qn its request number: of the header, or, as in 2005, of the content; empty if there is none
 * @param code QnRtn or ExeRtn; empty if there is none, {@link ReturnCode#UNREADABLE} if it is no number
 * @param dataTime the time that its data speaks of
 * @param systemTime the clock that it reports, as it came
 * @param ofAnalyser whether it speaks of an analyser ({@code PolId}) and not of the logger
 * @param frame the number under which it is kept
 * @param arrivedAt when it arrived
 */
public record FieldFrame(
        Mn station,
        int command,
        String qn,
        Optional<Integer> code,
        Optional<Instant> dataTime,
        Optional<String> systemTime,
        boolean ofAnalyser,
        long frame,
        Instant arrivedAt) {

    private static final int LONGEST_QN = 20;

    /** The frame that a reader has just read. */
    public static FieldFrame of(SegmentReader reader, Mn station, long frame, Instant arrivedAt) {
        int command = reader.command();
        Optional<String> code =
                switch (command) {
                    case 9011 -> item(reader, "QnRtn");
                    case 9012 -> item(reader, "ExeRtn");
                    default -> Optional.empty();
                };
        String inHeader = reader.length(HeaderField.QN) > 0 ? reader.text(HeaderField.QN) : "";
        String qn = inHeader.isEmpty() ? item(reader, "QN").orElse("") : inHeader;
        return new FieldFrame(
                station,
                command,
                readable(qn),
                code.map(FieldFrame::number),
                item(reader, "DataTime").flatMap(ProtocolTime::parse),
                item(reader, "SystemTime"),
                item(reader, "PolId").isPresent(),
                frame,
                arrivedAt);
    }

    private static Optional<String> item(SegmentReader reader, String name) {
        for (int i = 0; i < reader.items(); i++) {
            if (reader.name(i).equalsIgnoreCase(name)) {
                return Optional.of(reader.text(i).strip());
            }
        }
        return Optional.empty();
    }

    private static String readable(String qn) {
        String text = qn.substring(0, Math.min(qn.length(), LONGEST_QN));
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F) ? text : "";
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : ReturnCode.UNREADABLE;
    }
}
