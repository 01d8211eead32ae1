package org.lisolo.server.people.operators;

import org.lisolo.server.people.Organisation;
import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Optional;

/**
 * An organisation to take in or to change.
 *
 * @param standing nothing for a new one
 * @param mail whether a letter can leave
 * @param planned how much it has planned that is still to come
 */
public record OrganisationFormPage(
        OrganisationForm form,
        Optional<Organisation> standing,
        boolean mail,
        int planned,
        List<Problem> problems) {
    public OrganisationFormPage {
        problems = List.copyOf(problems);
    }

    /** Where the form is sent. */
    public String path() {
        return standing.map(PlatformController::path).orElse(PlatformController.NEW);
    }
}
