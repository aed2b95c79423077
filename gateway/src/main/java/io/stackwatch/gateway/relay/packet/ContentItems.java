package io.stackwatch.gateway.relay.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The items of a content with everything around them, so that they can be put together again byte for byte.
 *
 * @param items in the order of sending
 */
record ContentItems(List<Item> items) {

    private static final String TEXT_MARK = "//";
    private static final String SUBJECT = "PolId";

    ContentItems {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param text everything up to the separator, blanks included
     * @param separator {@code ;} or {@code ,}, or nothing behind the last
     */
    record Item(String text, String separator) {

        /** The name in front of {@code =}, without blanks; the whole text where there is no {@code =}. */
        String name() {
            int equals = text.indexOf('=');
            return (equals < 0 ? text : text.substring(0, equals)).strip();
        }

        /** The name up to its last hyphen. */
        String code() {
            String name = name();
            int hyphen = name.lastIndexOf('-');
            return hyphen < 0 ? name : name.substring(0, hyphen);
        }

        boolean isText() {
            return text.contains(TEXT_MARK);
        }
    }

    static ContentItems of(String content) {
        List<Item> items = new ArrayList<>();
        int from = 0;
        while (from < content.length()) {
            int end = endOfItem(content, from);
            boolean separated = end < content.length();
            items.add(new Item(content.substring(from, end), separated ? content.substring(end, end + 1) : ""));
            from = end + 1;
        }
        return new ContentItems(items);
    }

    /** The factor codes exchanged, in names and as values of {@code PolId}; codes that are not in the map stay. */
    ContentItems withCodes(Map<String, String> codes) {
        List<Item> changed = new ArrayList<>(items.size());
        for (Item item : items) {
            changed.add(new Item(withCode(item, codes), item.separator()));
        }
        return new ContentItems(changed);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item.text()).append(item.separator()));
        return text.toString();
    }

    private static String withCode(Item item, Map<String, String> codes) {
        String text = item.text();
        if (item.name().equals(SUBJECT)) {
            int value = text.indexOf('=') + 1;
            String code = text.substring(value).strip();
            String other = codes.get(code);
            return other == null
                    ? text
                    : text.substring(0, value) + text.substring(value).replace(code, other);
        }
        String code = item.code();
        String other = codes.get(code);
        if (other == null || text.indexOf('=') < 0) {
            return text;
        }
        int at = text.indexOf(code);
        return text.substring(0, at) + other + text.substring(at + code.length());
    }

    /** Text between {@code //} may hold separators; it ends with the {@code //} that a separator or the end follows. */
    private static int endOfItem(String content, int from) {
        int i = from;
        while (i < content.length() && !isSeparator(content.charAt(i))) {
            if (content.charAt(i) == '=' && content.startsWith(TEXT_MARK, skipBlanks(content, i + 1))) {
                int close = closing(content, skipBlanks(content, i + 1) + TEXT_MARK.length());
                if (close >= 0) {
                    return close + TEXT_MARK.length();
                }
            }
            i++;
        }
        return i;
    }

    private static int closing(String content, int from) {
        for (int i = content.indexOf(TEXT_MARK, from); i >= 0; i = content.indexOf(TEXT_MARK, i + 1)) {
            int behind = i + TEXT_MARK.length();
            if (behind == content.length() || isSeparator(content.charAt(behind))) {
                return i;
            }
        }
        return -1;
    }

    private static int skipBlanks(String content, int from) {
        int i = from;
        while (i < content.length() && content.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean isSeparator(char c) {
        return c == ';' || c == ',';
    }
}
