package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.session.RequestFault;
import io.stackwatch.connectors.hj212.session.Requests;
import io.stackwatch.connectors.hj212.session.StationProfile;
import java.util.List;
import java.util.Optional;

/** Packets as the table of commands allows them, encrypted where the edition says so and the station has a key. */
public final class TableRequestPackets implements RequestPackets {

    /** A number to check with; the real one is given when the exchange is opened. */
    private static final String ANY_QN = "20260101000000000";

    private final CommandTable commands;

    public TableRequestPackets(CommandTable commands) {
        this.commands = commands;
    }

    @Override
    public Optional<Complaint> check(StationProfile profile, ExchangeOrder order) {
        Optional<Command> command = command(profile, order);
        if (command.isEmpty()) {
            return Optional.of(new Complaint(
                    "command",
                    String.valueOf(order.command()),
                    "a command that a host may send in " + profile.edition().year()));
        }
        return Requests.faults(profile, command.get(), order.systemCode(), ANY_QN, items(order)).stream()
                .findFirst()
                .map(TableRequestPackets::complaint);
    }

    @Override
    public byte[] encode(StationProfile profile, ExchangeOrder order, String qn) {
        return Requests.encode(profile, command(profile, order).orElseThrow(), order.systemCode(), qn, items(order));
    }

    private Optional<Command> command(StationProfile profile, ExchangeOrder order) {
        return commands.find(order.command(), profile.edition().year(), Command.Direction.FROM_HOST);
    }

    private static List<Requests.Item> items(ExchangeOrder order) {
        return order.content().stream()
                .map(item -> new Requests.Item(item.name(), item.value()))
                .toList();
    }

    private static Complaint complaint(RequestFault fault) {
        String field =
                switch (fault.field()) {
                    case "CN" -> "command";
                    case "ST" -> "st";
                    case "CP" -> "content";
                    default -> "content " + fault.field();
                };
        return new Complaint(field, fault.value(), fault.expected());
    }
}
