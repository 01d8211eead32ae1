package org.lisolo.server.community.following;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.Before;
import org.lisolo.server.community.direct.Directs;
import org.lisolo.server.community.follows.Follows;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Optional;
import java.util.UUID;

/** The pages of people. */
@Controller
class ProfilesController {
    private static final int PAGE = 20;

    private final Profiles profiles;
    private final Follows follows;
    private final Directs directs;
    private final Readers readers;
    private final CanonicalAddress addresses;

    ProfilesController(
            Profiles profiles,
            Follows follows,
            Directs directs,
            Readers readers,
            CanonicalAddress addresses) {
        this.profiles = profiles;
        this.follows = follows;
        this.directs = directs;
        this.readers = readers;
        this.addresses = addresses;
    }

    @GetMapping("/people/{account}")
    ModelAndView one(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String before) {
        var person = new AccountId(account);
        Reader reader = readers.of(who);
        UUID from = Before.of(before);
        var known =
                profiles.known(person, reader)
                        .orElseThrow(() -> Problem.notFound("profiles.problem.unknown"));
        var written = profiles.by(person, known, reader, from, PAGE);
        String path = OneName.path(person);
        return new ModelAndView(
                "following/person",
                "page",
                new ProfilePage(
                        person,
                        known.name(),
                        known.badge(),
                        written.rows(),
                        follows.follows(reader.account(), Source.of(Source.Kind.PERSON, account)),
                        reader.account().filter(one -> directs.mayWrite(one, person)).isPresent(),
                        reader.account().equals(Optional.of(person)),
                        from.equals(Before.NOW) ? "" : path,
                        written.older(path),
                        addresses.of(path)));
    }
}
