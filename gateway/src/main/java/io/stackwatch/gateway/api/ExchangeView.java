package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ReturnCode;
import io.stackwatch.connectors.hj212.exchange.ReturnCodes;
import io.stackwatch.gateway.exchange.ExchangeFile;
import io.stackwatch.gateway.records.ClockRow;
import io.stackwatch.gateway.records.ExchangeRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request to a logger as it stands.
 *
 * @param dueAt when waiting ends; empty at the end
 * @param answer QnRtn in words
 * @param result ExeRtn in words
 */
record ExchangeView(
        long id,
        String station,
        CommandName command,
        String st,
        List<Item> content,
        String by,
        String reason,
        String priority,
        boolean twoPeople,
        Words state,
        String qn,
        Instant orderedAt,
        Instant expiresAt,
        Optional<Instant> sentAt,
        Optional<Instant> dueAt,
        Optional<Instant> endedAt,
        int attempts,
        int dataFrames,
        Optional<Code> answer,
        Optional<Code> result,
        List<String> deviations) {

    static ExchangeView of(Exchange exchange) {
        return new ExchangeView(
                exchange.id().value(),
                exchange.order().station().value(),
                CommandName.of(exchange),
                exchange.order().systemCode(),
                exchange.order().content().stream()
                        .map(item -> new Item(item.name(), item.value()))
                        .toList(),
                exchange.order().by(),
                exchange.order().reason(),
                exchange.order().priority().name(),
                exchange.terms().twoPeople(),
                new Words(
                        exchange.state().name(),
                        exchange.state().zh(),
                        exchange.state().en()),
                exchange.qn(),
                exchange.orderedAt(),
                exchange.expiresAt(),
                exchange.sentAt(),
                exchange.dueAt(),
                exchange.endedAt(),
                exchange.attempts(),
                exchange.dataFrames(),
                exchange.answer().map(code -> Code.of(exchange, ReturnCode.Kind.QN_RTN, code)),
                exchange.result().map(code -> Code.of(exchange, ReturnCode.Kind.EXE_RTN, code)),
                exchange.deviations().stream().sorted().map(Enum::name).toList());
    }

    /** A command and what the standard calls it. */
    record CommandName(int number, Optional<String> name, Optional<String> nameEn) {

        static CommandName of(Exchange exchange) {
            int number = exchange.order().command();
            Optional<Command> row = CommandTable.standard()
                    .find(number, exchange.terms().edition().year(), Command.Direction.FROM_HOST);
            return new CommandName(number, row.map(Command::nameZh), row.map(Command::nameEn));
        }
    }

    /** One item of the content; secrets are masked. */
    record Item(String name, String value) {}

    /** A word of a closed set, and how people read it. */
    record Words(String code, String zh, String en) {}

    /** A return code; without words where the edition's table has none. */
    record Code(int code, Optional<String> zh, Optional<String> en, Optional<String> mark) {

        static Code of(Exchange exchange, ReturnCode.Kind kind, int code) {
            Optional<ReturnCode> row =
                    ReturnCodes.standard().find(kind, exchange.terms().edition(), code);
            return new Code(code, row.map(ReturnCode::zh), row.map(ReturnCode::en), row.map(ReturnCode::mark));
        }
    }

    /**
     * One event.
     *
     * @param frame the frame's number in the journal
     */
    record Event(
            int number,
            String kind,
            Instant at,
            String by,
            String note,
            Optional<Integer> attempt,
            Optional<Code> code,
            Optional<String> deviation,
            Optional<Long> frame) {

        static Event of(Exchange exchange, ExchangeRow row) {
            ExchangeEvent event = row.event();
            Optional<Integer> attempt = Optional.empty();
            Optional<Code> code = Optional.empty();
            switch (event.kind()) {
                case SENT -> attempt = event.code();
                case RESULTED -> code = event.code().map(n -> Code.of(exchange, ReturnCode.Kind.EXE_RTN, n));
                case ANSWERED -> code = event.code().map(n -> Code.of(exchange, ReturnCode.Kind.QN_RTN, n));
                default -> {
                    // LATE and FOREIGN say in their note what they are
                    ReturnCode.Kind kind =
                            event.note().startsWith("CN=9012") ? ReturnCode.Kind.EXE_RTN : ReturnCode.Kind.QN_RTN;
                    code = event.code().map(n -> Code.of(exchange, kind, n));
                }
            }
            return new Event(
                    row.number(),
                    event.kind().name(),
                    event.at(),
                    event.by(),
                    event.note(),
                    attempt,
                    code,
                    row.deviation().map(Enum::name),
                    event.frame());
        }
    }

    /** What a logger's clock showed: its digits, our clock when they arrived, and what nothing but drift explains. */
    record Clock(String systemTime, Instant arrivedAt, double driftSeconds, long frame) {

        static Clock of(ClockRow row) {
            return new Clock(row.systemTime(), row.at(), row.drift().toMillis() / 1000.0, row.frame());
        }
    }

    /**
     * Everything that is kept of it.
     *
     * @param moreEvents whether there are more events than are shown
     * @param packet the packet that was sent, the password masked; empty if none was, or if it holds another secret
     */
    record File(
            ExchangeView exchange,
            List<Event> events,
            boolean moreEvents,
            Optional<Clock> clock,
            Optional<String> packet) {

        private static final Pattern PASSWORD = Pattern.compile("PW=[^;]*");

        static File of(ExchangeFile file) {
            Exchange exchange = file.exchange();
            return new File(
                    ExchangeView.of(exchange),
                    file.events().stream().map(row -> Event.of(exchange, row)).toList(),
                    exchange.version() > file.events().size(),
                    file.clock().map(Clock::of),
                    file.packet()
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .map(text -> PASSWORD.matcher(text).replaceFirst("PW=***")));
        }
    }
}
