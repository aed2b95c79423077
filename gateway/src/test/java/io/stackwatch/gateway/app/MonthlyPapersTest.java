package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.circular.MonthHeader;
import io.stackwatch.gateway.circular.Sources;
import io.stackwatch.gateway.counting.CountView;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a circular says of its thresholds can be read by those who read no English. */
final class MonthlyPapersTest {

    private static final Instant NOVEMBER = Instant.parse("2026-10-31T16:00:00Z");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]+ [A-Za-z]+");

    @Test
    void everyThresholdNamesItsSourceInChinese() {
        List<MonthHeader.Threshold> thresholds =
                new MonthlyPapers(CountView.none(), RuleParameters.load()).thresholds(NOVEMBER);
        assertEquals(7, thresholds.size());
        for (MonthHeader.Threshold threshold : thresholds) {
            assertTrue(threshold.source().codePoints().anyMatch(Character::isIdeographic), threshold::source);
            assertTrue(!ENGLISH.matcher(threshold.source()).find(), threshold::source);
        }
        assertEquals("聊办字〔2017〕49号 第16项：数据传输有效率达到90%", thresholds.get(0).source());
    }

    @Test
    void aSourceThatHasNoChineseNameIsToldAsItStands() {
        assertEquals("some new ordinance", Sources.load().chinese("some new ordinance"));
    }
}
