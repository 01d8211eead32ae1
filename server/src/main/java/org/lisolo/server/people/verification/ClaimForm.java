package org.lisolo.server.people.verification;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Profession;
import org.lisolo.server.people.Speciality;
import org.lisolo.server.platform.Problem;

import java.util.Arrays;
import java.util.Optional;
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
                claim.profession().name(),
                claim.speciality().map(Enum::name).orElse(""),
                claim.workplace(),
                claim.order().map(Enum::name).orElse(""),
                claim.orderNumber());
    }

    Claim claim() {
        return new Claim(
                organisation(),
                name,
                one(Profession.values(), profession)
                        .orElseThrow(
                                () ->
                                        Problem.invalid("people.verification.profession.missing")
                                                .atField("profession")),
                one(Speciality.values(), speciality),
                workplace,
                one(ProfessionalOrder.values(), order),
                number);
    }

    private OrganisationId organisation() {
        try {
            return new OrganisationId(UUID.fromString(verifier));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("people.verification.verifier.missing").atField("verifier");
        }
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return "a claim as typed";
    }
}
