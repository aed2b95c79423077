package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Follows how a month is closed, over the API, and tells it in lines. For one thread. */
final class MonthWatch {

    private final DemoApi api;
    private final YearMonth month;
    private int told;
    private String state = "";

    MonthWatch(DemoApi api, YearMonth month) {
        this.api = api;
        this.month = month;
    }

    /** What happened since the last look, oldest first. */
    List<String> look() throws IOException, InterruptedException {
        Optional<JsonNode> file = api.find(address());
        if (file.isEmpty()) {
            return List.of();
        }
        state = file.get().path("state").asText();
        List<String> news = new ArrayList<>();
        JsonNode history = file.get().path("history");
        for (; told < history.size(); told++) {
            JsonNode one = history.get(told);
            String version = one.path("version").isNull() ? "" : " version " + one.path("version");
            news.add(month + " " + one.path("kind").asText() + version + " at "
                    + one.path("at").asText());
        }
        return news;
    }

    /** Whether it is closed. */
    boolean frozen() {
        return state.equals("FROZEN");
    }

    /** Why it is not closed, as far as the gateway says. */
    String notFrozen() throws IOException, InterruptedException {
        return """

                %s IS NOT FROZEN although its freeze is over. The gateway says:
                  %s
                  %s
                """
                .formatted(month, api.text(address()), api.text("/health"));
    }

    /** The rates of the counties in both variants, and where the papers are; makes the papers. */
    String closed(Path data, int port) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("\n" + month + " is frozen. Effective rates (有效率), 即时 and 补全:\n\n");
        JsonNode realTime = figures("REAL_TIME");
        JsonNode last = figures("FINAL");
        line(text, "全市", realTime.path("city"), last.path("city"));
        for (int i = 0; i < last.path("counties").size(); i++) {
            JsonNode county = last.path("counties").get(i).path("county");
            line(
                    text,
                    county.path("name").asText(),
                    realTime.path("counties").path(i).path("county"),
                    county);
        }
        int papers = api.get(address() + "/papers?variant=FINAL").path("items").size()
                + api.get(address() + "/papers?variant=REAL_TIME").path("items").size();
        return text.append(
                        """

                  papers    %s   %d files: workbook, circular (通报), tables, hours, digests
                  API       http://127.0.0.1:%d%s   /figures /lines /listing /papers /diff
                  again     STACKWATCH_DATA_DIR=%s java -jar stackwatch.jar audit --month %s --out FOLDER

                """
                                .formatted(data.resolve("papers"), papers, port, address(), data, month))
                .toString();
    }

    private JsonNode figures(String variant) throws IOException, InterruptedException {
        return api.get(address() + "/figures?variant=" + variant);
    }

    private String address() {
        return "/api/v1/months/" + month;
    }

    private static void line(StringBuilder text, String name, JsonNode realTime, JsonNode last) {
        JsonNode figures = last.path("figures");
        text.append(String.format(
                Locale.ROOT,
                "  %7s %%  %7s %%  %-8s %6s of %6s hours  %s%n",
                percent(realTime),
                percent(last),
                figures.path("band").asText(),
                figures.path("valid"),
                figures.path("due"),
                name));
    }

    private static String percent(JsonNode line) {
        return line.path("figures").path("effective").path("percent").asText("-");
    }
}
