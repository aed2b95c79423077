package io.stackwatch.simulator.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The faults there are, by the name that scenarios and commands use. */
public enum FaultKind {
    /** In several pieces, with pauses between. */
    SPLIT("split"),
    /** Two frames in one piece. */
    GLUE("glue"),
    /** With a checksum that no algorithm gives. */
    BAD_CRC("bad-crc"),
    /** With the checksum of MODBUS. */
    MODBUS_CRC("modbus-crc"),
    /** With a length field that lies. */
    WRONG_LENGTH("wrong-length"),
    /** After a long wait. */
    LATE("late"),
    /** Twice. */
    REPEATED("repeated"),
    /** Not at all. */
    SILENT("silent"),
    /** Half, then a reset. */
    RESET("reset"),
    /** With another password. */
    WRONG_PASSWORD("wrong-password"),
    /** In the name of a station that nobody knows. */
    UNKNOWN_MN("unknown-mn"),
    /** Behind bytes that are no frame. */
    GARBAGE("garbage"),
    /** A few bytes at a time. */
    SLOW("slow"),
    /** A frame that does not end. */
    ENDLESS("endless");

    private final String faultName;

    FaultKind(String faultName) {
        this.faultName = faultName;
    }

    /** The name in scenarios and commands. */
    public String faultName() {
        return faultName;
    }

    /** A fresh instance for one connection. */
    public Fault create() {
        return switch (this) {
            case SPLIT -> new Split();
            case GLUE -> new Glued();
            case BAD_CRC -> new BadCrc();
            case MODBUS_CRC -> new ModbusCrc();
            case WRONG_LENGTH -> new WrongLength();
            case LATE -> new Late();
            case REPEATED -> new Repeated();
            case SILENT -> new Silent();
            case RESET -> new ResetMidFrame();
            case WRONG_PASSWORD -> new WrongPassword();
            case UNKNOWN_MN -> new UnknownMn();
            case GARBAGE -> new Garbage();
            case SLOW -> new SlowSender();
            case ENDLESS -> new EndlessFrame();
        };
    }

    /** The kind of that name; empty if there is none. */
    public static Optional<FaultKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.faultName.equals(name))
                .findFirst();
    }

    /** All names, in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(FaultKind::faultName).toList();
    }
}
