package io.stackwatch.simulator.conform.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a packet's data segment departs in from the text of the standard (HJ 212-2017 6.3, Tables 3 and 4). Pure. */
public final class Grammar {

    private static final int LONGEST_SEGMENT = 1024;

    private static final List<String> ORDER = List.of("QN", "ST", "CN", "PW", "MN", "Flag", "PNUM", "PNO", "RF");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(-[A-Za-z]+)?|\\d{2,3}(-[A-Za-z]+)?");
    private static final Set<String> OF_2025 = Set.of("RF");

    private Grammar() {}

    /** Every departure, in words; none for a packet in order. */
    public static List<String> departures(Packet packet, int edition) {
        List<String> departures = new ArrayList<>();
        lengths(packet, edition, departures);
        header(packet, edition, departures);
        content(packet, departures);
        return departures;
    }

    private static void lengths(Packet packet, int edition, List<String> departures) {
        int segment = packet.segment().getBytes(StandardCharsets.UTF_8).length;
        if (segment > LONGEST_SEGMENT) {
            departures.add("the data segment has " + segment + " bytes, at most 1024 are allowed");
        }
        // CP= and both && count (HJ 212-2017 Table 3); in 2005 the content alone has 960
        int content = packet.content().getBytes(StandardCharsets.UTF_8).length + (edition == 2005 ? 0 : 7);
        int longest = edition == 2005 ? 960 : 950;
        if (content > longest) {
            departures.add("the content has " + content + " bytes, at most " + longest + " are allowed");
        }
    }

    private static void header(Packet packet, int edition, List<String> departures) {
        int last = -1;
        for (Item field : packet.header()) {
            int place = ORDER.indexOf(field.name());
            if (place < 0 || (edition < 2025 && OF_2025.contains(field.name()))) {
                departures.add("the header has no field " + field.name() + " in this edition");
            } else if (place <= last) {
                departures.add(field.name() + " stands in the wrong place");
            }
            last = Math.max(last, place);
        }
        for (String needed : List.of("ST", "CN", "PW", "MN")) {
            if (packet.field(needed).isEmpty()) {
                departures.add("the header has no " + needed);
            }
        }
        check(packet, "QN", "\\d{17}", "17 digits", departures);
        check(packet, "ST", "[0-9A-Z]{2}", "two characters", departures);
        check(packet, "CN", "\\d{4}", "four digits", departures);
        int number = edition == 2025 ? 1 : 4;
        check(packet, "PNUM", "\\d{1," + number + "}", "at most " + number + " digits", departures);
        check(packet, "PNO", "\\d{1," + number + "}", "at most " + number + " digits", departures);
        boolean numbered =
                packet.field("PNUM").isPresent() || packet.field("PNO").isPresent();
        boolean announced = packet.flag().isPresent() && (packet.flag().getAsInt() & 2) != 0;
        if (numbered != announced && edition != 2005) {
            departures.add("Flag says otherwise than PNUM and PNO whether packets are numbered");
        }
    }

    private static void content(Packet packet, List<String> departures) {
        if (!packet.segment().endsWith("&&") || !packet.segment().contains("CP=&&")) {
            departures.add("the content does not stand between CP=&& and &&");
        }
        for (Item item : packet.items()) {
            if (!item.text().contains("=")) {
                departures.add("'" + Shown.text(item.text()) + "' has no equals sign");
            } else if (!NAME.matcher(item.name()).matches()) {
                departures.add("'" + Shown.text(item.name()) + "' is no name of a field");
            } else if (!item.value().equals(item.value().strip())) {
                departures.add("the value of " + item.name() + " stands between blanks");
            }
        }
        if (packet.content().endsWith(";") || packet.content().contains(";;")) {
            departures.add("an item of the content is empty");
        }
    }

    private static void check(Packet packet, String name, String form, String words, List<String> departures) {
        packet.field(name)
                .filter(value -> !value.matches(form))
                .ifPresent(value -> departures.add(name + " is '" + Shown.text(value) + "' and not " + words));
    }
}
