package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The directory as the public reads it. No account, no cookie, nothing kept. */
@Controller
@RequestMapping(DirectoryForm.PATH)
class DirectoryController {
    private final DirectorySearches searches;
    private final PublicPages pages;
    private final OrganisationPages organisations;
    private final CanonicalAddress addresses;

    DirectoryController(
            DirectorySearches searches,
            PublicPages pages,
            OrganisationPages organisations,
            CanonicalAddress addresses) {
        this.searches = searches;
        this.pages = pages;
        this.organisations = organisations;
        this.addresses = addresses;
    }

    @GetMapping
    ModelAndView search(@RequestParam Map<String, String> typed, Locale locale) {
        var form = new DirectoryForm(typed);
        DirectoryCursor cursor = DirectoryCursor.of(typed).orElseGet(searches::start);
        DirectorySearches.Found found = searches.find(form, cursor, locale);
        List<DirectoryPage.Wider> wider =
                found.rows().isEmpty() && cursor.isStart()
                        ? searches.wider(form, cursor.moment())
                        : List.of();
        var page =
                new DirectoryPage(
                        form,
                        found.rows(),
                        found.total(),
                        cursor.isStart(),
                        found.wanted().guessed().stream()
                                .map(
                                        guess ->
                                                Said.of(
                                                        "directory.guess",
                                                        guess.typed(),
                                                        guess.meant()))
                                .toList(),
                        found.lenient(),
                        found.elsewhere(),
                        wider,
                        found.next().map(form::address).orElse(""),
                        lists(locale),
                        searches.towns(),
                        new Head(
                                addresses.of(form.address()),
                                "",
                                "",
                                form.isEmpty() && cursor.isStart()));
        return new ModelAndView("directory/search", "page", page);
    }

    private static Map<String, Map<String, String>> lists(Locale locale) {
        Map<String, Map<String, String>> lists = new HashMap<>();
        for (TermList list :
                List.of(
                        TermList.SPECIALITY,
                        TermList.SERVICE,
                        TermList.CONDITION,
                        TermList.LANGUAGE)) {
            lists.put(list.code(), Terms.names(list, locale));
        }
        return lists;
    }

    @GetMapping("/facilities/{id}")
    ModelAndView facility(@PathVariable UUID id, Locale locale) {
        return entry(id, EntryKind.FACILITY, locale);
    }

    @GetMapping("/professionals/{id}")
    ModelAndView professional(@PathVariable UUID id, Locale locale) {
        return entry(id, EntryKind.PROFESSIONAL, locale);
    }

    private ModelAndView entry(UUID id, EntryKind kind, Locale locale) {
        EntryPage page =
                pages.entry(new EntryId(id), kind, locale)
                        .orElseThrow(() -> Problem.notFound("directory.problem.unknown"));
        return new ModelAndView("directory/entry", "page", page);
    }

    @GetMapping("/organisations/{id}")
    ModelAndView organisation(@PathVariable UUID id, Locale locale) {
        OrganisationPage page =
                organisations
                        .organisation(new OrganisationId(id), locale)
                        .orElseThrow(() -> Problem.notFound("directory.problem.unknown"));
        return new ModelAndView("directory/organisation", "page", page);
    }

    @GetMapping("/newcomers")
    ModelAndView newcomers(Locale locale) {
        return new ModelAndView("directory/newcomers", "page", organisations.newcomers(locale));
    }
}
