package io.stackwatch.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.AlarmCatalogue;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program can say of an alarm, the console can say in words; a code on a screen is nobody's language. */
final class ConsoleWordsTest {

    private static final Path WORDS = Path.of("src/main/web/src/words");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyKindOfAlarmHasAName(String language) throws IOException {
        assertEquals(
                List.of(),
                lacking(
                        language,
                        "types",
                        AlarmCatalogue.load().entries().stream()
                                .map(entry -> entry.type().code())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyReasonOfAStepHasWords(String language) throws IOException {
        assertEquals(
                List.of(),
                lacking(language, "reasons", Stream.of(AlarmReason.values()).map(Enum::name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyRefusalOfAnActHasWords(String language) throws IOException {
        assertEquals(
                List.of(),
                lacking(language, "refusals", Stream.of(AlarmRefusal.values()).map(Enum::name)));
    }

    @Test
    void aWordThatIsNotThereIsMissed() throws IOException {
        assertEquals(List.of("NO_SUCH_TYPE"), lacking("zh", "types", Stream.of("EX_H", "NO_SUCH_TYPE")));
    }

    private static List<String> lacking(String language, String group, Stream<String> codes) throws IOException {
        String words = Files.readString(WORDS.resolve(language).resolve("alarms.ts"));
        int begin = words.indexOf("\n  " + group + ": {");
        String part = words.substring(begin, words.indexOf("\n  },", begin));
        return codes.filter(code ->
                        !Pattern.compile("\\b" + code + ": [\"']").matcher(part).find())
                .toList();
    }
}
