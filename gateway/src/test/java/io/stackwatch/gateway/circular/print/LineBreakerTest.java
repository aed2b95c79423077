package io.stackwatch.gateway.circular.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

    @Test
    void chineseBreaksBetweenAnyTwoCharactersAndPunctuationHangs() {
        assertEquals(List.of("一二三四，", "五六"), lines("一二三四，五六", 8));
    }

    @Test
    void aNumberIsNotTorn() {
        assertEquals(List.of("达到", "89.996%的"), lines("达到89.996%的", 10));
    }

    @Test
    void anOpeningBracketGoesWithWhatItOpens() {
        assertEquals(List.of("聊办字", "〔2017〕"), lines("聊办字〔2017〕", 8));
        assertEquals(List.of("县市", "（区）"), lines("县市（区）", 6));
    }

    @Test
    void aWordThatIsWiderThanALineIsCut() {
        assertEquals(List.of("0123", "4567", "89"), lines("0123456789", 4));
    }

    @Test
    void nothingIsLost() {
        String text = "《方案》（聊办字〔2017〕49号）第16项，数据传输有效率达到90%。SHA-256：5f3c5f3c";
        for (int room = 4; room < 60; room++) {
            assertEquals(text, String.join("", lines(text, room)));
        }
    }

    private static List<String> lines(String text, int room) {
        return LineBreaker.lines(
                text, piece -> piece.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum(), room, room);
    }
}
