package org.lisolo.server.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

import org.lisolo.server.platform.Problem;

/**
 * A phone number in E.164, such as +243…; one typed without a country is taken for one of DR Congo.
 */
public record PhoneNumber(String value) implements Contact {
    private static final String LOOKUP = "account.phone";
    private static final String HOME = "CD";
    private static final PhoneNumberUtil PLAN = PhoneNumberUtil.getInstance();

    /**
     * As people write it, with blanks, dashes or a leading zero.
     *
     * @throws Problem if no phone can have this number
     */
    public static PhoneNumber of(String typed) {
        try {
            var number = PLAN.parse(typed.strip(), HOME);
            if (PLAN.isPossibleNumber(number)) {
                return new PhoneNumber(PLAN.format(number, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException _) {
            // said below, like a number that is too short
        }
        throw Problem.invalid("people.contact.malformed").atField("contact");
    }

    @Override
    public byte[] lookup(PeopleKey key) {
        return key.lookup(value, LOOKUP);
    }

    @Override
    public byte[][] lookups(PeopleKey key) {
        return key.lookups(value, LOOKUP);
    }

    @Override
    public String toString() {
        return "a phone number";
    }
}
