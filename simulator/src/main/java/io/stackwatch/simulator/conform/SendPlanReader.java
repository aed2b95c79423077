package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.PacketForm;
import io.stackwatch.simulator.conform.packet.PacketForm.CrcKind;
import io.stackwatch.simulator.conform.packet.PacketForm.LengthKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the options of {@code send}: {@code crc=wrong|lower|short|modbus|swapped|none|<4 hex>}, {@code crc-over=cipher}, {@code
 * length=+3|-3|characters|bare}, {@code tail=lf|none|stars}, {@code chunks=1,5,200}, {@code gap=20ms}, {@code
 * encrypt=raw|printed}, {@code key=old|wrong}, {@code fit=crc:0000|cipher:0D0A|unreadable}, {@code size=1024}, {@code hold}. Pure.
 */
final class SendPlanReader {

    private PacketForm.Crc crc = PacketForm.right().crc();
    private PacketForm.Length length = PacketForm.right().length();
    private PacketForm.Tail tail = PacketForm.Tail.CRLF;
    private PacketForm.Cipher cipher = PacketForm.Cipher.CLEAR;
    private boolean crcOverCipher;
    private SendPlan.Key key = SendPlan.Key.CURRENT;
    private final List<Integer> cuts = new ArrayList<>();
    private Duration gap = Duration.ZERO;
    private Optional<SendPlan.Fit> fit = Optional.empty();
    private OptionalInt size = OptionalInt.empty();
    private boolean held;

    private SendPlanReader() {}

    static SendPlan read(String options) throws StepReader.NotAStep {
        SendPlanReader reader = new SendPlanReader();
        if (!options.isBlank()) {
            for (String option : options.strip().split(" +", -1)) {
                reader.option(option);
            }
        }
        return new SendPlan(
                new PacketForm(reader.crc, reader.length, reader.tail, reader.cipher, reader.crcOverCipher),
                reader.key,
                reader.cuts,
                reader.gap,
                reader.fit,
                reader.size,
                reader.held);
    }

    private void option(String option) throws StepReader.NotAStep {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        switch (name) {
            case "crc" -> crc = crc(value);
            case "crc-over" -> crcOverCipher = one(value, "cipher");
            case "length" -> length = length(value);
            case "tail" -> tail = named(PacketForm.Tail.class, value, "lf, none or stars");
            case "encrypt" -> cipher = named(PacketForm.Cipher.class, value, "raw or printed");
            case "key" -> key = named(SendPlan.Key.class, value, "old or wrong");
            case "gap" -> gap = StepReader.duration(value);
            case "hold" -> held = one(value, "");
            case "size" -> size = OptionalInt.of(number(value, 1, 9_999));
            case "fit" -> fit = Optional.of(fit(value));
            case "chunks" -> {
                for (String cut : value.split(",", -1)) {
                    cuts.add(number(cut, 1, 9_999));
                }
            }
            default -> throw new StepReader.NotAStep("an option of send", option);
        }
    }

    private static PacketForm.Crc crc(String value) throws StepReader.NotAStep {
        if (value.matches("[0-9A-F]{4}")) {
            return new PacketForm.Crc(CrcKind.GIVEN, Integer.parseInt(value, 16));
        }
        CrcKind kind = named(CrcKind.class, value, "wrong, lower, short, modbus, swapped, none or four digits");
        return new PacketForm.Crc(kind, 0);
    }

    private static PacketForm.Length length(String value) throws StepReader.NotAStep {
        if (value.matches("[+-]\\d{1,4}")) {
            return new PacketForm.Length(LengthKind.LIE, Integer.parseInt(value));
        }
        return new PacketForm.Length(named(LengthKind.class, value, "+3, -3, characters or bare"), 0);
    }

    private static SendPlan.Fit fit(String value) throws StepReader.NotAStep {
        if (value.matches("crc:[0-9A-F]{4}")) {
            return new SendPlan.Fit(Integer.parseInt(value.substring(4), 16), "", false);
        }
        if (value.matches("cipher:([0-9A-F]{2}){1,2}")) {
            return new SendPlan.Fit(-1, value.substring("cipher:".length()).toLowerCase(Locale.ROOT), false);
        }
        if (value.equals("unreadable")) {
            return new SendPlan.Fit(-1, "", true);
        }
        throw new StepReader.NotAStep("crc:<4 digits>, cipher:<2 or 4 digits> or unreadable", value);
    }

    private static boolean one(String value, String only) throws StepReader.NotAStep {
        if (!value.equals(only)) {
            throw new StepReader.NotAStep("'" + only + "'", value);
        }
        return true;
    }

    private static int number(String value, int from, int to) throws StepReader.NotAStep {
        if (value.matches("\\d{1,4}") && Integer.parseInt(value) >= from && Integer.parseInt(value) <= to) {
            return Integer.parseInt(value);
        }
        throw new StepReader.NotAStep("a number from " + from + " to " + to, value);
    }

    private static <E extends Enum<E>> E named(Class<E> set, String value, String expected) throws StepReader.NotAStep {
        for (E each : set.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                return each;
            }
        }
        throw new StepReader.NotAStep(expected, value);
    }
}
