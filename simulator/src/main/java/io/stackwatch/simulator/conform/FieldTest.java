package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.Packet;
import io.stackwatch.simulator.conform.packet.Shown;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What one field of a packet has to be: {@code MN=x} this value, {@code QN~\d{17}} of this pattern, {@code
 * CP.DataTime:hour} of this shape, {@code CP.DataTime<x} and {@code >x} compared, {@code RF} present, {@code !RF} absent.
 *
 * <p>{@code CP.x} is an item of the content, {@code CP} the whole content, {@code Flag.version}, {@code Flag.answer} and
 * {@code Flag.packets} are bits, {@code crc} is the checksum's text, {@code content} is {@code clear} or {@code encrypted}.
 *
 * @param field which field
 * @param operator how it is compared; {@code ?} for present, {@code !} for absent
 * @param operand with what; may hold variables
 */
record FieldTest(String field, char operator, String operand) {

    private static final Pattern FORM =
            Pattern.compile("(!?)([A-Za-z][A-Za-z0-9.\\-]*|\\d{2,3}-[A-Za-z]+)(?:([=~:<>])(.*))?");

    /** The test that a word of a script means; empty for a word that means none. */
    static Optional<FieldTest> of(String word) {
        Matcher form = FORM.matcher(word);
        if (!form.matches() || (!form.group(1).isEmpty() && form.group(3) != null)) {
            return Optional.empty();
        }
        if (form.group(3) == null) {
            return Optional.of(new FieldTest(form.group(2), form.group(1).isEmpty() ? '?' : '!', ""));
        }
        FieldTest test = new FieldTest(form.group(2), form.group(3).charAt(0), form.group(4));
        boolean sound =
                switch (test.operator) {
                    case ':' -> Shape.of(test.operand).isPresent();
                    case '~' -> isPattern(test.operand);
                    default -> true;
                };
        return sound ? Optional.of(test) : Optional.empty();
    }

    /** Whether the packet passes; the variables of the operand are filled in first. */
    boolean passes(Packet packet, UnaryOperator<String> fill) {
        Optional<String> value = value(packet);
        if (operator == '!') {
            return value.isEmpty();
        }
        if (value.isEmpty()) {
            return false;
        }
        String is = value.get();
        return switch (operator) {
            case '=' -> is.equals(fill.apply(operand));
            case '~' -> Pattern.matches(operand, is);
            case ':' -> Shape.of(operand).orElseThrow().fits(is);
            case '<' -> compare(is, fill.apply(operand)) < 0;
            case '>' -> compare(is, fill.apply(operand)) > 0;
            default -> true;
        };
    }

    /** What is demanded, in words. */
    String demand(UnaryOperator<String> fill) {
        return switch (operator) {
            case '!' -> "no " + field;
            case '?' -> "a " + field;
            case ':' -> field + " is " + Shape.of(operand).orElseThrow().words();
            case '~' -> field + " like " + operand;
            case '<' -> field + " before " + fill.apply(operand);
            case '>' -> field + " after " + fill.apply(operand);
            default -> Shown.text(field + "=" + fill.apply(operand));
        };
    }

    /** What stands there instead, in words. */
    String found(Packet packet) {
        return value(packet)
                .map(value -> field.equals("PW") ? "another " + field : field + "=" + Shown.text(value))
                .orElse("no " + field);
    }

    /** The value of a field by the name that scripts use. */
    static Optional<String> value(Packet packet, String field) {
        OptionalInt flag = packet.flag();
        return switch (field) {
            case "CP" -> Optional.of(packet.content());
            case "crc" -> Optional.of(packet.checksum());
            case "content" -> Optional.of(packet.isEncrypted() ? "encrypted" : "clear");
            case "Flag.version" -> bits(flag, 2, 0x3F);
            case "Flag.packets" -> bits(flag, 1, 1);
            case "Flag.answer" -> bits(flag, 0, 1);
            default -> packet.field(field);
        };
    }

    private Optional<String> value(Packet packet) {
        return value(packet, field);
    }

    private static Optional<String> bits(OptionalInt flag, int shift, int mask) {
        return flag.isPresent() ? Optional.of(Integer.toString((flag.getAsInt() >> shift) & mask)) : Optional.empty();
    }

    private static int compare(String left, String right) {
        boolean numbers = Shape.DECIMAL.fits(left) && Shape.DECIMAL.fits(right);
        return numbers ? new BigDecimal(left).compareTo(new BigDecimal(right)) : left.compareTo(right);
    }

    private static boolean isPattern(String text) {
        try {
            return Pattern.compile(text) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
