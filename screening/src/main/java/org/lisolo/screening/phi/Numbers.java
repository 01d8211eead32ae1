package org.lisolo.screening.phi;

/** Check digits. */
final class Numbers {
    private Numbers() {}

    /** The digits of a text. */
    static String digits(CharSequence text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /**
     * The check digit of payment cards and of American provider numbers (ISO/IEC 7812-1, annex B).
     */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 1 ? digit * 2 : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return !digits.isEmpty() && sum % 10 == 0;
    }

    /** The remainder by 97 of letters and digits, A as 10 to Z as 35 (ISO/IEC 7064, MOD 97-10). */
    static int mod97(String code) {
        int rest = 0;
        for (int i = 0; i < code.length(); i++) {
            int value = Character.digit(code.charAt(i), 36);
            if (value < 0) {
                return -1;
            }
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest;
    }
}
