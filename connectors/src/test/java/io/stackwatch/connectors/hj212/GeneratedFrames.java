package io.stackwatch.connectors.hj212;

import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandField;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentWriter;
import io.stackwatch.connectors.hj212.session.StationProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Frames that follow the standard, drawn from a seed: every command of the field's side, every edition, splits, back-fill,
 * Chinese texts. The same seed gives the same frames.
 */
public final class GeneratedFrames {

    /** {@code -Dstackwatch.seed=…} repeats a run that failed. */
    public static final long SEED = Long.getLong("stackwatch.seed", 212);

    private static final List<Command> COMMANDS = CommandTable.standard().all().stream()
            .filter(command -> command.isFrom(Command.Direction.FROM_FIELD))
            .toList();
    private static final String[] CODES = {
        "a21026", "a34013", "w01018", "011", "02", "B01", "e10203", "LA", "d20105", "SB"
    };
    private static final String[] SUFFIXES = {"Rtd", "Min", "Avg", "Max", "ZsAvg", "Cou", "RawAvg", "EFlag"};
    private static final String[] FLAGS = {"N", "F", "M", "S", "D", "C", "T", "B", "Td"};
    private static final String LETTERS = "清洗管路校准时间仪表 abcXYZ0189;,=&.-_()";

    private final Random random;

    /** A sequence of frames of its own. */
    public GeneratedFrames(long seed) {
        this.random = new Random(seed);
    }

    /** The lot, for choices that go with the frames. */
    public Random random() {
        return random;
    }

    /** The next segment; of this station, in the edition that it speaks. */
    public SegmentWriter next(String mn, StationProfile.Edition edition) {
        Command command = command(edition);
        boolean split = random.nextInt(4) == 0;
        SegmentWriter writer = new SegmentWriter();
        if (edition != StationProfile.Edition.HJT212_2005 || random.nextBoolean()) {
            writer.field(HeaderField.QN, time(17));
        }
        writer.field(HeaderField.ST, command.pattern() == Command.Pattern.ANSWER ? "91" : pick("31", "32", "23", "45"))
                .command(command.number())
                .field(HeaderField.PW, "123456")
                .field(HeaderField.MN, mn)
                .flag(Flag.of(edition.version(), split, random.nextBoolean()));
        if (split) {
            int packets = 2 + random.nextInt(8);
            writer.field(HeaderField.PNUM, Integer.toString(packets))
                    .field(HeaderField.PNO, Integer.toString(1 + random.nextInt(packets)));
        }
        if (edition == StationProfile.Edition.HJ212_2025 && random.nextInt(4) == 0) {
            writer.field(HeaderField.RF, "1");
        }
        content(writer, command);
        return writer;
    }

    /** These bytes with something wrong: bits, bytes more or less, a piece twice, an end too early. */
    public byte[] mutated(byte[] bytes) {
        byte[] wrong = bytes.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && wrong.length > 1; times--) {
            int at = random.nextInt(wrong.length);
            switch (random.nextInt(5)) {
                case 0 -> wrong[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> wrong = glued(wrong, at, Math.min(wrong.length, at + 1 + random.nextInt(8)));
                case 2 -> wrong = glued(wrong, at, Math.max(0, at - random.nextInt(32)));
                case 3 -> wrong = Arrays.copyOf(wrong, at);
                default -> wrong[at] = (byte) "#&;,=0\r\n".charAt(random.nextInt(8));
            }
        }
        return wrong;
    }

    /** A piece of random bytes, at most so many. */
    public byte[] noise(int most) {
        byte[] noise = new byte[random.nextInt(most)];
        random.nextBytes(noise);
        return noise;
    }

    private Command command(StationProfile.Edition edition) {
        Command command;
        do {
            command = COMMANDS.get(random.nextInt(COMMANDS.size()));
        } while (!command.editions().contains(edition.year()));
        return command;
    }

    private void content(SegmentWriter writer, Command command) {
        for (CommandField field : command.responseFields()) {
            if (!field.required() && random.nextBoolean()) {
                continue;
            }
            int times = field.repeated() ? 1 + random.nextInt(4) : 1;
            for (int i = 0; i < times; i++) {
                item(writer, field);
            }
        }
        if (command.pattern() == Command.Pattern.UPLOAD) {
            for (int factors = random.nextInt(6); factors > 0; factors--) {
                factor(writer);
            }
        }
    }

    private void item(SegmentWriter writer, CommandField field) {
        int hyphen = field.name().indexOf('-');
        if (hyphen < 0) {
            writer.item(field.name(), value(field));
        } else if (field.name().endsWith("-Info") && random.nextBoolean()) {
            writer.text("i1100" + random.nextInt(10) + "-Info", text());
        } else {
            String code = field.name().startsWith("SB")
                    ? "SB" + (1 + random.nextInt(999))
                    : field.name().startsWith("xx") ? pick(CODES) : field.name().substring(0, hyphen);
            writer.value(code, field.name().substring(hyphen + 1), value(field));
        }
    }

    private void factor(SegmentWriter writer) {
        String code = pick(CODES) + random.nextInt(3);
        for (int figures = 1 + random.nextInt(4); figures > 0; figures--) {
            writer.value(code, pick(SUFFIXES), number(6, random.nextInt(4)));
        }
        if (random.nextBoolean()) {
            writer.value(code, "Flag", pick(FLAGS));
        }
    }

    private String value(CommandField field) {
        return switch (field.syntax().kind()) {
            case 'N' -> number(field.syntax().length(), field.syntax().decimals());
            case 'T' -> time(field.syntax().length());
            case 'K' -> "0123456789abcdef".substring(0, field.syntax().length());
            default -> pick("w01018", "i11001", "6970000000001ABCDEFG1234", "清洗", "St");
        };
    }

    private String number(int digits, int decimals) {
        String whole = Integer.toString(random.nextInt((int) Math.pow(10, Math.min(6, digits))));
        String sign = decimals > 0 && random.nextInt(8) == 0 ? "-" : "";
        return decimals == 0
                ? whole
                : sign + whole + "." + "0123456789".substring(random.nextInt(6)).substring(0, decimals);
    }

    private String time(int digits) {
        String all = "20%02d%02d%02d%02d%02d%02d%03d"
                .formatted(
                        20 + random.nextInt(10),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(1000));
        return digits >= 14 ? all.substring(0, digits) : all.substring(8, 8 + digits);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int letters = 1 + random.nextInt(40); letters > 0; letters--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private static byte[] glued(byte[] bytes, int to, int from) {
        byte[] glued = Arrays.copyOf(bytes, to + bytes.length - from);
        System.arraycopy(bytes, from, glued, to, bytes.length - from);
        return glued;
    }
}
