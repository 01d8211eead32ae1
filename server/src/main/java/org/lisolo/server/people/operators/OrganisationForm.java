package org.lisolo.server.people.operators;

import org.lisolo.server.people.NewOrganisation;
import org.lisolo.server.people.Organisation;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;

import java.time.ZoneId;
import java.util.Map;

/**
 * An organisation as it is typed; nothing of it is lost when something is wrong.
 *
 * @param administrator the name of its first one, to be invited
 */
public record OrganisationForm(
        String organisation, String kind, String zone, String administrator, String email) {
    static OrganisationForm of(Map<String, String> typed) {
        return new OrganisationForm(
                typed.getOrDefault("organisation", ""),
                typed.getOrDefault("kind", OrganisationKind.HOSPITAL.name()),
                typed.getOrDefault("zone", "Africa/Kinshasa"),
                typed.getOrDefault("administrator", ""),
                typed.getOrDefault("email", ""));
    }

    static OrganisationForm of(Organisation standing) {
        return new OrganisationForm(
                standing.name(), standing.kind().name(), standing.zone().getId(), "", "");
    }

    NewOrganisation wanted() {
        return new NewOrganisation(organisation, readKind(), readZone(), administrator, email);
    }

    OrganisationKind readKind() {
        return OrganisationKind.of(kind);
    }

    ZoneId readZone() {
        return Organisations.zone(zone);
    }
}
