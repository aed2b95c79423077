package io.stackwatch.gateway.averaging;

import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.opcua.mapping.OperatingEvidence;
import io.stackwatch.core.averaging.FactorMean;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.gateway.records.MadeFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Means as the content of HJ 212 frames and frames as bytes; pure. A factor of which nothing is known is not named; one that has too
 * little has its mark and no mean. System code 31 for emissions, 45 for what shows that the boiler works.
 */
final class Contents {

    static final int MINUTES = 2051;
    static final int HOURS = 2061;

    /** HJ 212-2025: CP has at most 950 characters. */
    private static final int LONGEST = 900;

    private static final String EMISSIONS = "31";
    private static final String CONDITIONS = "45";

    /** Version 2025, packets not numbered, no answer wanted. */
    private static final String FLAG = "8";

    private static final String PASSWORD = "123456";

    private Contents() {}

    /**
     * The contents of the frames that say these means, by their part; empty if there is nothing to say.
     *
     * @param start start of the minute or hour
     */
    static SortedMap<String, String> of(Instant start, SortedMap<FactorCode, FactorMean> means, int decimals) {
        SortedMap<String, String> contents = new TreeMap<>();
        Map<String, Integer> parts = new TreeMap<>();
        String begin = "DataTime=" + ProtocolTime.seconds(start);
        means.forEach((factor, mean) -> item(factor, mean, decimals).ifPresent(item -> {
            String system = OperatingEvidence.is(factor) ? CONDITIONS : EMISSIONS;
            String part = partOf(system, parts.getOrDefault(system, 1));
            if (contents.getOrDefault(part, begin).length() + item.length() > LONGEST) {
                part = partOf(system, parts.merge(system, 2, (known, two) -> known + 1));
            }
            contents.merge(part, begin + ";" + item, (known, more) -> known + ";" + item);
        }));
        return contents;
    }

    private static String partOf(String system, int number) {
        return number == 1 ? system : system + "-" + number;
    }

    private static Optional<String> item(FactorCode factor, FactorMean mean, int decimals) {
        return mean.measured()
                .match(
                        taken -> Optional.of(factor + "-Avg=" + text(taken.mean(), decimals)
                                + mean.converted()
                                        .value()
                                        .map(converted -> "," + factor + "-ZsAvg=" + text(converted, decimals))
                                        .orElse("")
                                + "," + factor + "-Flag=N"),
                        tooFew -> Optional.of(factor + "-Flag=" + tooFew.flag()),
                        Optional::empty);
    }

    /** The one rounding of a mean. */
    static String text(Fraction mean, int decimals) {
        return mean.rounded(decimals).stripTrailingZeros().toPlainString();
    }

    /** The bytes of a frame as they stand in a journal: without the line end. The same row gives the same bytes, always. */
    static byte[] bytes(MadeFrame frame) {
        byte[] packet = FrameEncoder.encode("QN=" + ProtocolTime.millis(frame.madeAt()) + ";ST="
                + frame.part().substring(0, 2) + ";CN=" + frame.command() + ";PW=" + PASSWORD + ";MN=" + frame.station()
                + ";Flag=" + FLAG + ";" + (frame.backFilled() ? "RF=1;" : "") + "CP=&&" + frame.content() + "&&");
        return Arrays.copyOf(packet, packet.length - 2);
    }
}
