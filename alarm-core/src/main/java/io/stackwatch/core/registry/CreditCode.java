package io.stackwatch.core.registry;

/**
 * Unified social credit code (统一社会信用代码) of GB 32100-2015: 18 characters, the last of which is computed from the others, so that a
 * mistyped code is found. Letters are capitals; I, O, S, V and Z are never used.
 */
public record CreditCode(String value) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int DIVISION_BEGINS = 2;
    private static final int DIVISION_ENDS = 8;
    private static final int BASE = 3;

    public CreditCode {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("a credit code has 18 characters: '" + value + "'");
        }
        for (int i = 0; i < LENGTH; i++) {
            if (CHARACTERS.indexOf(value.charAt(i)) < 0) {
                throw new IllegalArgumentException("'" + value.charAt(i) + "' is in no credit code: '" + value + "'");
            }
        }
        if (!value.substring(DIVISION_BEGINS, DIVISION_ENDS).chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("characters 3 to 8 of a credit code are a division: '" + value + "'");
        }
        char check = check(value);
        if (value.charAt(LENGTH - 1) != check) {
            throw new IllegalArgumentException("the check character of '" + value + "' would be " + check);
        }
    }

    /** The check character of the first 17 characters: weights are powers of 3 modulo 31 (GB 32100-2015, 5.1 and annex). */
    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * BASE % CHARACTERS.length();
        }
        int rest = sum % CHARACTERS.length();
        return CHARACTERS.charAt((CHARACTERS.length() - rest) % CHARACTERS.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
