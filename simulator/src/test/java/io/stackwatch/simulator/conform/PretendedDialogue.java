package io.stackwatch.simulator.conform;

import static io.stackwatch.simulator.conform.Slip.*;

import io.stackwatch.simulator.conform.packet.Packet;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a pretended logger deals with requests. */
final class PretendedDialogue {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private final PretendedLogger logger;
    private final Station station;
    private final Slip slip;
    private final Set<String> executed = new HashSet<>();
    private String password;
    private String realtimeInterval = "30";
    private String minuteInterval;
    private boolean realtime = true;
    private boolean facilities;

    PretendedDialogue(PretendedLogger logger, Station station, Slip slip) {
        this.logger = logger;
        this.station = station;
        this.slip = slip;
        this.password = station.password();
        this.minuteInterval = slip == HAS_A_MINUTE_INTERVAL_OF_SEVEN ? "7" : "1";
    }

    boolean realtimeOn() {
        return realtime;
    }

    boolean facilitiesOn() {
        return facilities;
    }

    String realtime() {
        String code = station.edition() == KitEdition.OF_2005 ? "02" : "a21026";
        return "DataTime=" + logger.moment() + ";" + code + "-Rtd=18.5"
                + (slip == LEAVES_DATA_FLAGS_OUT ? "" : "," + code + "-Flag=N");
    }

    String means() {
        return station.edition() == KitEdition.OF_2005 ? "02-Avg=18.5,02-Flag=N" : "a21026-Avg=18.5,a21026-Flag=N";
    }

    List<byte[]> replies(Packet request) {
        String number = request.reference().orElse("");
        boolean mine = request.field("MN").filter(station.mn()::equals).isPresent();
        if ((!mine && slip != IGNORES_ITS_MN) || (!executed.add(number) && slip != EXECUTES_REPEATS)) {
            return List.of();
        }
        int command = request.command();
        if (command == 2012 || command == 2022) {
            realtime = realtime && (command != 2012 || slip == NEVER_STOPS);
            facilities = facilities && command != 2022;
            return slip == REFUSES_EVERYTHING ? List.of() : List.of(reply(number, 91, 9013, ""));
        }
        boolean known = known(command) || slip == TAKES_UNKNOWN_COMMANDS;
        boolean admitted = request.field("PW").filter(password::equals).isPresent() || slip == IGNORES_PASSWORDS;
        String code = slip == REFUSES_EVERYTHING ? "2" : !admitted ? "3" : known ? "1" : "8";
        List<byte[]> replies = new ArrayList<>();
        replies.add(reply(number, 91, 9011, "QnRtn=" + code));
        if (!code.equals("1")) {
            return replies;
        }
        String result = execute(number, request, replies);
        if (slip == SENDS_DATA_BEFORE_9011 && replies.size() > 1) {
            replies.add(replies.remove(0));
        }
        replies.add(reply(number, 91, 9012, "ExeRtn=" + result));
        return replies;
    }

    private static boolean known(int command) {
        return Set.of(
                        1000, 1011, 1012, 1061, 1062, 1063, 1064, 1072, 2011, 2021, 2051, 2061, 2031, 3011, 3019, 3020,
                        3024)
                .contains(command);
    }

    private String execute(String number, Packet request, List<byte[]> replies) {
        switch (request.command()) {
            case 1011 -> replies.add(reply(number, 31, 1011, "SystemTime=" + time()));
            case 1061 -> replies.add(reply(number, 31, 1061, "RtdInterval=" + realtimeInterval));
            case 1063 -> replies.add(reply(number, 31, 1063, "MinInterval=" + minuteInterval));
            case 1062 -> realtimeInterval = set(realtimeInterval, request, "CP.RtdInterval");
            case 1064 -> minuteInterval = set(minuteInterval, request, "CP.MinInterval");
            case 1072 ->
                password = set(password, request, station.edition() == KitEdition.OF_2005 ? "CP.PW" : "CP.NewPW");
            case 2011 -> realtime = true;
            case 2021 -> facilities = true;
            case 3019 -> replies.add(reply(number, 31, 3019, "PolId=a21026;a21026-SN=010000A8900016F000169DC1"));
            case 3020 ->
                replies.add(reply(number, 31, 3020, "DataTime=" + logger.moment() + ";PolId=a21026;i12001-Info=0"));
            case 2051, 2061, 2031 -> {
                return history(request, replies);
            }
            default -> {}
        }
        return "1";
    }

    private String history(Packet request, List<byte[]> replies) {
        String begin = request.field("CP.BeginTime").orElse("");
        String end = request.field("CP.EndTime").orElse("");
        if (slip == IGNORES_RANGES) {
            begin = "20200101000000";
            end = "20200101000500";
        }
        if (begin.startsWith("2001")) {
            return "100";
        }
        LocalDateTime last = LocalDateTime.parse(end, FORMAT);
        LocalDateTime moment = LocalDateTime.parse(begin, FORMAT);
        while (!moment.isAfter(last)) {
            String content = "DataTime=" + FORMAT.format(moment) + ";" + means();
            replies.add(reply(logger.number(), 31, request.command(), content));
            if (slip == SENDS_EVERY_RECORD_TWICE) {
                replies.add(reply(logger.number(), 31, request.command(), content));
            }
            moment = switch (request.command()) {
                case 2051 -> moment.plusMinutes(1);
                case 2061 -> moment.plusHours(1);
                default -> moment.plusDays(1);
            };
        }
        return "1";
    }

    private String time() {
        LocalDateTime now = PretendedLogger.beijing();
        String time = FORMAT.format(slip == HAS_A_CLOCK_THAT_IS_WRONG ? now.minusHours(8) : now);
        return slip == TELLS_THE_TIME_IN_13_DIGITS ? time.substring(0, 13) : time;
    }

    private String set(String before, Packet request, String field) {
        return slip == FORGETS_SETTINGS ? before : request.field(field).orElse(before);
    }

    private byte[] reply(String number, int st, int command, String content) {
        int flag = station.edition().version() << 2;
        boolean first = (station.edition() == KitEdition.OF_2005) != (slip == ANSWERS_IN_ANOTHER_SHAPE);
        boolean dialogue = command > 9000;
        String common = "ST=" + st + ";CN=" + command + ";PW=" + password + ";MN=" + station.mn() + ";Flag=" + flag;
        if (slip == ANSWERS_IN_ANOTHER_SHAPE && station.edition().year() == 2025) {
            common = common.replace(";Flag=8", ";Flag=4");
        }
        String inside = content.isEmpty() ? "" : ";" + content;
        String segment = first && dialogue
                ? common + ";CP=&&QN=" + number + inside + "&&"
                : "QN=" + number + ";" + common + ";CP=&&" + content + "&&";
        return logger.form(command).of(segment.getBytes(StandardCharsets.UTF_8), logger.key());
    }
}
