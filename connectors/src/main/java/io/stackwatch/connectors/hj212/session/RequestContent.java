package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandField;
import java.util.List;
import java.util.Optional;

/** The content of a request against its command's row. */
final class RequestContent {

    private RequestContent() {}

    static void faults(Command command, List<Requests.Item> content, List<RequestFault> faults) {
        for (Requests.Item item : content) {
            Optional<CommandField> field = field(command, item);
            if (field.isEmpty()) {
                // a secret under a wrong name is still one
                faults.add(new RequestFault(
                        item.name(), hasSecret(command) ? RequestFault.HIDDEN : item.value(), expected(command)));
            } else if (!field.get().syntax().accepts(item.value())) {
                faults.add(new RequestFault(
                        item.name(),
                        field.get().syntax().isSecret() ? RequestFault.HIDDEN : item.value(),
                        field.get().syntax().words()));
            }
        }
        for (CommandField field : command.requestFields()) {
            long times =
                    content.stream().filter(item -> field.matches(item.name())).count();
            if (times == 0 && field.required()) {
                faults.add(
                        new RequestFault(field.name(), "nothing", field.syntax().words()));
            } else if (times > 1 && !field.repeated()) {
                faults.add(new RequestFault(field.name(), times + " times", "once"));
            }
        }
        order(content, faults);
    }

    /**
     * The content as it is sent. Values of one factor, and fields that the standard prints so, are joined by a comma;
     * everything else, BeginTime and EndTime among it, by a semicolon.
     */
    static String text(Command command, List<Requests.Item> content) {
        StringBuilder text = new StringBuilder();
        String factor = "";
        for (Requests.Item item : content) {
            int hyphen = item.name().lastIndexOf('-');
            String code = hyphen < 0 ? "" : item.name().substring(0, hyphen);
            boolean joined = field(command, item).map(CommandField::joined).orElse(false)
                    || (!code.isEmpty() && code.equals(factor));
            if (text.length() > 0) {
                text.append(joined ? ',' : ';');
            }
            text.append(item.name()).append('=').append(item.value());
            factor = code;
        }
        return text.toString();
    }

    static Optional<CommandField> field(Command command, Requests.Item item) {
        for (CommandField field : command.requestFields()) {
            if (field.matches(item.name())) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static void order(List<Requests.Item> content, List<RequestFault> faults) {
        Optional<String> begin = value(content, "BeginTime");
        Optional<String> end = value(content, "EndTime");
        if (begin.isPresent() && end.isPresent() && end.get().compareTo(begin.get()) < 0) {
            faults.add(new RequestFault("EndTime", end.get(), "not before BeginTime=" + begin.get()));
        }
    }

    private static Optional<String> value(List<Requests.Item> content, String name) {
        return content.stream()
                .filter(item -> item.name().equals(name))
                .map(Requests.Item::value)
                .findFirst();
    }

    private static boolean hasSecret(Command command) {
        return command.requestFields().stream().anyMatch(field -> field.syntax().isSecret());
    }

    private static String expected(Command command) {
        return command.requestFields().isEmpty()
                ? "no content"
                : "one of "
                        + command.requestFields().stream()
                                .map(CommandField::name)
                                .toList();
    }
}
