package io.stackwatch.simulator.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kind of frame the load consists of; all frames of a shape have the same length. */
public enum FrameShape {
    /** Realtime values of ten factors, three of them with conversion. */
    RT10("rt10", "2011", Duration.ofSeconds(1)),
    /** Hour statistics of twelve factors, three of them with conversion. */
    HOUR12("hour12", "2061", Duration.ofHours(1));

    private static final List<String> POLLUTANTS = List.of("a34013", "a21026", "a21002");
    private static final List<String> TEN =
            List.of("a34013", "a21026", "a21002", "a19001", "a00000", "a01011", "a01012", "a01013", "a01014", "a21005");
    private static final List<String> TWO_MORE = List.of("a21024", "a21001");

    private final String shapeName;
    private final String command;
    private final Duration step;

    FrameShape(String shapeName, String command, Duration step) {
        this.shapeName = shapeName;
        this.command = command;
        this.step = step;
    }

    /** The shape of that name; empty if there is none. */
    public static Optional<FrameShape> named(String name) {
        return Arrays.stream(values())
                .filter(shape -> shape.shapeName.equals(name))
                .findFirst();
    }

    /** The name on the command line. */
    public String shapeName() {
        return shapeName;
    }

    /** How far the DataTime of a station moves on from frame to frame. */
    Duration step() {
        return step;
    }

    String command() {
        return command;
    }

    /** What follows the DataTime within CP. */
    String items() {
        return switch (this) {
            case RT10 -> TEN.stream().map(FrameShape::realtime).collect(Collectors.joining());
            case HOUR12 ->
                Stream.concat(TEN.stream(), TWO_MORE.stream())
                        .map(FrameShape::hour)
                        .collect(Collectors.joining());
        };
    }

    private static String realtime(String code) {
        String converted = POLLUTANTS.contains(code) ? code + "-ZsRtd=13.57," : "";
        return ";" + code + "-Rtd=12.34," + converted + code + "-Flag=N";
    }

    private static String hour(String code) {
        String converted = POLLUTANTS.contains(code) ? code + "-ZsAvg=13.57," : "";
        return ";" + code + "-Min=11.11," + code + "-Avg=12.34," + code + "-Max=13.99," + converted + code + "-Flag=N";
    }
}
