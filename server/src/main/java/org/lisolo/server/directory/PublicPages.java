package org.lisolo.server.directory;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.platform.CanonicalAddress;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the public pages of entries. */
@Component
class PublicPages {
    private static final int PEOPLE = 50;

    private final Entries entries;
    private final EntryRows rows;
    private final SearchStore search;
    private final Organisations organisations;
    private final Publications publications;
    private final Badges badges;
    private final CanonicalAddress addresses;
    private final Clock clock;

    PublicPages(
            Entries entries,
            EntryRows rows,
            SearchStore search,
            Organisations organisations,
            Publications publications,
            Badges badges,
            CanonicalAddress addresses,
            Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.search = search;
        this.organisations = organisations;
        this.publications = publications;
        this.badges = badges;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The page of a public entry of this kind; of any other there is none. */
    Optional<EntryPage> entry(EntryId id, EntryKind kind, Locale locale) {
        return entries.find(id)
                .filter(entry -> entry.state() == EntryState.PUBLIC && entry.kind() == kind)
                .map(entry -> page(entry, locale));
    }

    private EntryPage page(Entry entry, Locale locale) {
        String url = addresses.of(EntryRows.path(entry));
        String organisation = organisations.name(entry.organisation());
        return switch (entry.content()) {
            case Facility facility -> {
                String calling = facility.type().name(locale);
                var times = List.of(times("", "", List.of(), List.of(), facility.times(), locale));
                yield page(
                        entry,
                        locale,
                        new Own(
                                facility.otherNames(),
                                calling,
                                facility.about(),
                                "",
                                facility.emergency(),
                                facility.times().isEmpty() ? List.of() : times,
                                facility.services(),
                                "",
                                facility.times(),
                                head(
                                        url,
                                        Words.joined(calling, facility.address().town()),
                                        LinkedData.of(facility, url, organisation))));
            }
            case Professional who -> page(entry, who, url, locale);
        };
    }

    private EntryPage page(Entry entry, Professional who, String url, Locale locale) {
        Map<EntryId, Facility> facilities = entries.facilitiesOf(List.of(entry));
        List<EntryPage.Times> times = new ArrayList<>();
        List<Facility> places = new ArrayList<>();
        OpeningTimes best = who.times();
        for (Professional.Workplace workplace : who.workplaces()) {
            Facility facility = facilities.get(workplace.facility());
            if (facility == null) {
                continue;
            }
            OpeningTimes there = Workplaces.times(workplace, facility);
            places.add(facility);
            times.add(
                    times(
                            facility.name(),
                            DirectoryForm.PATH + "/facilities/" + workplace.facility(),
                            lines(facility.address()),
                            facility.contact().phones(),
                            there,
                            locale));
            best = best.isEmpty() || there.isOpen(clock.instant()) ? there : best;
        }
        if (!who.times().isEmpty()) {
            times.add(times("", "", List.of(), List.of(), who.times(), locale));
        }
        String calling = EntryRows.calling(who, locale);
        String town = places.isEmpty() ? who.address().town() : places.getFirst().address().town();
        return page(
                entry,
                locale,
                new Own(
                        "",
                        calling,
                        who.welcome(),
                        who.joined() == null
                                ? ""
                                : HoursWords.day(Objects.requireNonNull(who.joined()), locale),
                        false,
                        times,
                        List.of(),
                        who.fee(),
                        best,
                        head(url, Words.joined(calling, town), LinkedData.of(who, places, url))));
    }

    /** What differs between the two kinds. */
    private record Own(
            String otherNames,
            String calling,
            String about,
            String joined,
            boolean emergency,
            List<EntryPage.Times> times,
            List<Label> services,
            String fee,
            OpeningTimes doors,
            Head head) {}

    private EntryPage page(Entry entry, Locale locale, Own own) {
        Content content = entry.content();
        Instant now = clock.instant();
        Doors doors = own.doors().doors(now);
        Content.Photo photo = content.photo();
        var staff =
                entry.kind() == EntryKind.FACILITY
                        ? search.staff(entry.id(), PEOPLE + 1)
                        : List.<EntryId>of();
        return new EntryPage(
                content.name(),
                own.otherNames(),
                own.calling(),
                own.about(),
                own.joined(),
                organisations.name(entry.organisation()),
                OrganisationPages.path(entry.organisation()),
                own.emergency(),
                DoorsWords.of(doors, LocalDateTime.ofInstant(now, own.doors().zone()), locale),
                doors instanceof Doors.Open,
                lines(content.address()),
                content.address().directions(),
                content.address().coordinates().map(PublicPages::map).orElse(""),
                content.contact(),
                own.times(),
                own.services().stream().map(label -> named(label, locale)).toList(),
                content.conditions().stream().map(label -> condition(label, locale)).toList(),
                names(content.languages(), locale),
                own.fee(),
                rows.of(staff.subList(0, Math.min(staff.size(), PEOPLE)), locale),
                Math.max(0, staff.size() - PEOPLE),
                publications.of(entry.organisation()),
                entry.confirmed(),
                entries.isOld(entry),
                photo.isThere() ? Photos.path(photo.name(), Photos.LARGE) : "",
                photo.alt(),
                badge(content),
                own.head());
    }

    /** Of the account that the organisation named, as long as it stands. */
    private Optional<Badge> badge(Content content) {
        return EntryReader.id(content.fields().get("account"))
                .flatMap(account -> badges.of(new AccountId(account.value())));
    }

    private static Head head(String url, String description, String json) {
        return new Head(url, description, json, true);
    }

    private static List<String> names(List<Label> labels, Locale locale) {
        return labels.stream().map(label -> label.name(locale)).toList();
    }

    private static EntryPage.Named named(Label label, Locale locale) {
        return new EntryPage.Named(label.name(locale), language(label));
    }

    private static String language(Label label) {
        return label.term().isPresent() ? "" : WrittenIn.language(label.text());
    }

    private static EntryPage.Condition condition(Label label, Locale locale) {
        String codes =
                label.term()
                        .map(
                                term ->
                                        String.join(
                                                " · ",
                                                Stream.of(
                                                                prefixed("ICD-10 ", term.icd10()),
                                                                prefixed("ICD-11 ", term.icd11()))
                                                        .filter(code -> !code.isEmpty())
                                                        .toList()))
                        .orElse("");
        return new EntryPage.Condition(label.name(locale), language(label), codes);
    }

    private static String prefixed(String before, String code) {
        return code.isEmpty() ? "" : before + code;
    }

    private static List<String> lines(Address address) {
        String zone = address.zone().map(Places.HealthZone::name).orElse("");
        String province = address.province().map(Places.Province::name).orElse("");
        return Stream.of(
                        address.street(),
                        join(address.commune(), address.town()),
                        join(zone.equals(address.town()) ? "" : zone, province))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String join(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other)
                ? (one.isEmpty() ? other : one)
                : one + ", " + other;
    }

    private static String map(Coordinates point) {
        return "https://www.openstreetmap.org/?mlat=%1$s&mlon=%2$s#map=17/%1$s/%2$s"
                .formatted(point.latitude(), point.longitude());
    }

    private EntryPage.Times times(
            String place,
            String path,
            List<String> address,
            List<String> phones,
            OpeningTimes times,
            Locale locale) {
        List<EntryPage.Day> days = new ArrayList<>();
        if (!times.isEmpty()) {
            for (HoursWords.Group group : HoursWords.groups(times.week())) {
                days.add(
                        new EntryPage.Day(
                                HoursWords.days(group, locale),
                                HoursWords.times(group.spans(), locale),
                                ""));
            }
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), times.zone());
        var special =
                times.special().stream()
                        .filter(one -> !one.last().isBefore(today))
                        .map(one -> special(one, locale))
                        .toList();
        return new EntryPage.Times(place, path, address, phones, days, special);
    }

    private static EntryPage.Day special(SpecialDays days, Locale locale) {
        String first = HoursWords.day(days.first(), locale);
        String when =
                days.first().equals(days.last())
                        ? first
                        : first + " – " + HoursWords.day(days.last(), locale);
        return new EntryPage.Day(when, HoursWords.times(days.spans(), locale), days.label());
    }
}
