package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.Packet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Which packet is meant and what it has to be: {@code 9014 for ${qn} where RF=1 with MN=${mn}}.
 *
 * @param next whether it must be the first of its exchange that nobody has asked about yet
 * @param commands the commands it may have
 * @param reference the QN of its exchange; empty for any
 * @param where by what it is told from others
 * @param with what it has to be
 */
record Expectation(
        boolean next, Set<Integer> commands, Optional<String> reference, List<FieldTest> where, List<FieldTest> with) {

    Expectation {
        commands = Set.copyOf(commands);
        where = List.copyOf(where);
        with = List.copyOf(with);
    }

    /** Whether this is the packet that is meant. */
    boolean means(Packet packet, UnaryOperator<String> fill) {
        return (commands.isEmpty() || commands.contains(packet.command()))
                && belongs(packet, fill)
                && where.stream().allMatch(test -> test.passes(packet, fill));
    }

    /** Whether it is a response in the exchange that is meant: an upload under the same number begins one of its own. */
    boolean responds(Packet packet, UnaryOperator<String> fill) {
        boolean upload = packet.command() < 9000 && (packet.flag().orElse(0) & 1) == 1;
        return !upload && belongs(packet, fill);
    }

    private boolean belongs(Packet packet, UnaryOperator<String> fill) {
        return reference.isEmpty() || packet.reference().equals(Optional.of(fill.apply(reference.get())));
    }

    /** The first demand that the packet does not meet. */
    Optional<FieldTest> missed(Packet packet, UnaryOperator<String> fill) {
        return with.stream().filter(test -> !test.passes(packet, fill)).findFirst();
    }

    /** In words. */
    String demand(UnaryOperator<String> fill) {
        StringBuilder words = new StringBuilder(commands.isEmpty() ? "a packet" : "CN=");
        words.append(String.join(
                " or ", new TreeSet<>(commands).stream().map(String::valueOf).toList()));
        reference.ifPresent(text -> words.append(" for QN=").append(fill.apply(text)));
        return appended(words, " where ", where, fill).toString();
    }

    private static StringBuilder appended(
            StringBuilder words, String lead, List<FieldTest> tests, UnaryOperator<String> fill) {
        String before = lead;
        for (FieldTest test : tests) {
            words.append(before).append(test.demand(fill));
            before = ", ";
        }
        return words;
    }
}
