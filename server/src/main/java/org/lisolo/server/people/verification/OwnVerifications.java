package org.lisolo.server.people.verification;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.ProfessionalOrder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody told to be verified, what became of it, and what they decided for others. */
@Component
@Order(5)
class OwnVerifications implements PersonalData {
    private final VerificationStore store;

    OwnVerifications(VerificationStore store) {
        this.store = store;
    }

    @Override
    public Set<String> columns() {
        return Set.of("people.verification.account", "people.verification_step.by_whom");
    }

    @Override
    public List<Section> of(AccountId account) {
        return List.of(
                new Section(
                        "rights.section.verifications",
                        "verifications",
                        store.of(account).stream().map(OwnVerifications::verification).toList()),
                new Section(
                        "rights.section.reviews",
                        "reviews",
                        store.reviews(account).stream().map(OwnVerifications::review).toList()));
    }

    private static List<Field> verification(Verification one) {
        Claim claim = one.claim();
        return List.of(
                field("name", claim.name()),
                Field.of("rights.field.profession", "profession", Optional.of(claim.profession())),
                Field.of("rights.field.speciality", "speciality", claim.speciality()),
                field("workplace", claim.workplace()),
                field("order", claim.order().map(ProfessionalOrder::name).orElse("")),
                field("order_number", claim.orderNumber()),
                field("verifier", one.verifier()),
                new Field(
                        "rights.field.state",
                        "state",
                        one.state().name(),
                        "people.verification.state." + one.state().name()),
                field("asked", one.asked().toString()),
                field("since", one.since() == null ? "" : one.since().toString()),
                field("until", one.until() == null ? "" : one.until().toString()));
    }

    private static List<Field> review(VerificationStore.Review one) {
        return List.of(
                new Field(
                        "rights.field.kind",
                        "kind",
                        one.kind(),
                        "people.verification.step." + one.kind()),
                field("at", one.at().toString()));
    }

    private static Field field(String name, String value) {
        return new Field("rights.field." + name, name, value);
    }

    @Override
    public void erase(AccountId account) {
        store.erase(account);
    }
}
