package org.lisolo.server.people.verification;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.ProfessionalOrder;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.platform.Problem;

import java.util.Optional;

/**
 * What a professional says of themselves.
 *
 * @param verifier the organisation that is asked to see whether it is so
 * @param name under which they practise
 * @param order in whose register they stand, with their number there
 */
public record Claim(
        OrganisationId verifier,
        String name,
        Vocation profession,
        Optional<Vocation> speciality,
        String workplace,
        Optional<ProfessionalOrder> order,
        String orderNumber) {
    private static final int LONGEST = 200;

    /** Checked and stripped. */
    Claim checked() {
        String number = orderNumber.strip();
        if (order.isPresent() && number.isEmpty()) {
            throw Problem.invalid("people.verification.number.missing").atField("number");
        }
        return new Claim(
                verifier,
                filled(name, "name", "people.name.missing"),
                profession,
                speciality,
                filled(workplace, "workplace", "people.verification.workplace.missing"),
                order,
                number.substring(0, Math.min(number.length(), LONGEST)));
    }

    private static String filled(String typed, String field, String code) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Problem.invalid(code).atField(field);
        }
        return text;
    }

    @Override
    public String toString() {
        return "a claim to be " + profession.code();
    }
}
