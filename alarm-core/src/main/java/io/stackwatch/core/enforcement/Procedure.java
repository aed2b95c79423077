package io.stackwatch.core.enforcement;

/** The six procedures of the ladder. Names are stored and never change. */
public enum Procedure {
    /** Fine by the ordinary procedure, at once (即超即罚). */
    PENALTY("a", "即超即罚"),
    /** Order to correct and re-check (责令改正). */
    ORDER("b", "责令改正"),
    /** Restriction of production, suspension for rectification (限制生产、停产整治). */
    SUSPENSION("c", "限制生产、停产整治"),
    /** Daily penalty (按日连续处罚). */
    DAILY_PENALTY("d", "按日连续处罚"),
    /** Closure by a government (责令停业、关闭). */
    CLOSURE("e", "责令停业、关闭"),
    /** Listed supervision of a county (挂牌督办). */
    LISTING("f", "挂牌督办");

    private final String letter;
    private final String chinese;

    Procedure(String letter, String chinese) {
        this.letter = letter;
        this.chinese = chinese;
    }

    /** Its letter in regulation.md, section 5. */
    public String letter() {
        return letter;
    }

    /** Its name in documents. */
    public String chinese() {
        return chinese;
    }
}
