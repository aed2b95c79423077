package io.stackwatch.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class TemplateTest {

    @Test
    void aFieldThatNobodyKnowsIsAnErrorThatNamesIt() {
        assertEquals(
                "X.txt: no field is called 天气",
                assertThrows(IllegalArgumentException.class, () -> Template.parse("X.txt", "# 决定书\n今日{天气}。"))
                        .getMessage());
    }

    @Test
    void aTemplateHasATitle() {
        assertThrows(IllegalArgumentException.class, () -> Template.parse("X.txt", "无标题"));
    }

    @Test
    void anEntryMayHaveSeveralLines() {
        Template template = Template.parse("X.txt", "# 表\n= 意见 | {承办人意见?}\\n\\n签名：");
        assertEquals("{承办人意见?}\n\n签名：", template.lines().get(0).text());
    }
}
