package org.lisolo.server.people.verification;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.ProfessionalOrder;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.UUID;

/** A claim as typed. */
public record ClaimForm(
        String verifier,
        String name,
        String profession,
        String speciality,
        String workplace,
        String order,
        String number) {
    static ClaimForm empty(String name) {
        return new ClaimForm("", name, "", "", "", "", "");
    }

    static ClaimForm of(Claim claim) {
        return new ClaimForm(
                claim.verifier().toString(),
                claim.name(),
                claim.profession().code(),
                claim.speciality().map(Vocation::code).orElse(""),
                claim.workplace(),
                claim.order().map(ProfessionalOrder::code).orElse(""),
                claim.orderNumber());
    }

    /**
     * What it claims.
     *
     * @param orders those that can be named
     */
    Claim claim(List<ProfessionalOrder> orders) {
        return new Claim(
                organisation(),
                name,
                Vocation.find(Vocation.Kind.PROFESSION, profession)
                        .orElseThrow(
                                () ->
                                        Problem.invalid("people.verification.profession.missing")
                                                .atField("profession")),
                Vocation.find(Vocation.Kind.SPECIALITY, speciality),
                workplace,
                orders.stream().filter(one -> one.code().equals(order)).findFirst(),
                number);
    }

    private OrganisationId organisation() {
        try {
            return new OrganisationId(UUID.fromString(verifier));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("people.verification.verifier.missing").atField("verifier");
        }
    }

    @Override
    public String toString() {
        return "a claim as typed";
    }
}
