package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.archive.WordDifferences;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Fate;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Saying;
import org.lisolo.server.publishing.gate.Target;
import org.lisolo.server.publishing.gate.Verdict;
import org.lisolo.server.publishing.posts.PostPages.Change;
import org.lisolo.server.publishing.posts.PostPages.CheckPage;
import org.lisolo.server.publishing.posts.PostPages.Choice;
import org.lisolo.server.publishing.posts.PostPages.Done;
import org.lisolo.server.publishing.posts.PostPages.Leaving;
import org.lisolo.server.publishing.posts.PostPages.PostPage;
import org.lisolo.server.publishing.posts.PostPages.Rights;
import org.lisolo.server.publishing.posts.PostPages.Row;
import org.lisolo.server.publishing.posts.PostPages.Shown;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts posts together with names, findings and fates for the pages. */
@Component
class PostViews {
    private final Posts posts;
    private final PostStore store;
    private final StepStore steps;
    private final PostDrafts drafts;
    private final Answering answering;
    private final PostCampaigns campaigns;
    private final Outbox outbox;
    private final Channels channels;
    private final Accounts accounts;
    private final PostReleaseViews releases;
    private final Deadlines deadlines;
    private final Remarks remarks;
    private final HashtagStore hashtags;

    PostViews(
            Posts posts,
            PostStore store,
            StepStore steps,
            PostDrafts drafts,
            Answering answering,
            PostCampaigns campaigns,
            Outbox outbox,
            Channels channels,
            Accounts accounts,
            PostReleaseViews releases,
            Deadlines deadlines,
            Remarks remarks,
            HashtagStore hashtags) {
        this.posts = posts;
        this.store = store;
        this.steps = steps;
        this.drafts = drafts;
        this.answering = answering;
        this.campaigns = campaigns;
        this.outbox = outbox;
        this.channels = channels;
        this.releases = releases;
        this.accounts = accounts;
        this.deadlines = deadlines;
        this.remarks = remarks;
        this.hashtags = hashtags;
    }

    List<Row> rows(SignedIn who, List<Post> listed) {
        Map<AccountId, String> names = accounts.names(listed.stream().map(Post::writer).toList());
        Map<UUID, List<Fate>> fates =
                outbox.fates(listed.stream().map(post -> post.id().value()).toList());
        return listed.stream()
                .map(
                        post ->
                                new Row(
                                        post,
                                        names.getOrDefault(post.writer(), ""),
                                        post.state() == PostState.ASKED
                                                && posts.mayApprove(who, post, steps.of(post.id())),
                                        fates.getOrDefault(post.id().value(), List.of()).stream()
                                                .anyMatch(f -> f.state() == Fate.State.DEAD)))
                .toList();
    }

    CheckPage check(SignedIn who, Post post, boolean kept, Locale locale) {
        Draft draft = drafts.of(post);
        Verdict verdict = posts.look(post, locale);
        List<Shown> shown = new ArrayList<>();
        for (var target : drafts.targets(post)) {
            Saying saying = Saying.of(draft, target);
            shown.add(new Shown(target, saying, target.limits().count(saying.text())));
        }
        return new CheckPage(
                post,
                verdict,
                Posts.overruled(post, steps.of(post.id())),
                shown,
                releases.pictures(post),
                channels.names(post.organisation()),
                kept,
                mayOverrule(who, post));
    }

    private static boolean mayOverrule(SignedIn who, Post post) {
        return who.may(Action.OVERRULE_GATE)
                && post.state() == PostState.ASKED
                && !post.writer().equals(who.account());
    }

    PostPage page(SignedIn who, Post post, PostForm form, List<Problem> problems, Locale locale) {
        List<Step> taken = steps.of(post.id());
        Optional<Role> turn = posts.turn(post, taken);
        CheckPage check = check(who, post, true, locale);
        return new PostPage(
                post,
                form,
                choices(post),
                check,
                done(taken),
                turn,
                turn.map(role -> approvers(post, role)).orElse(List.of()),
                deadlines.of(post),
                remarks.of(post),
                hashtags.used(post.organisation(), post.content().language()),
                changes(post, taken),
                leaving(post),
                releases.pictures(post),
                releases.of(who, post, check.verdict()),
                post.published().isPresent()
                        ? "/news/" + post.organisation() + "/" + post.id()
                        : "",
                answering.reply(post.id()),
                campaigns.of(who, post),
                new Rights(
                        who.may(Action.WRITE_POSTS),
                        who.may(Action.APPROVE_POSTS) && posts.mayApprove(who, post, taken),
                        mayOverrule(who, post)),
                problems);
    }

    /** The channels that are open, and those that were chosen and are not. */
    private List<Choice> choices(Post post) {
        List<Choice> choices = new ArrayList<>();
        for (Target t : open(post)) {
            choices.add(new Choice(t.channel().toString(), t.name(), t.kind(), t.speaksAs()));
        }
        for (PostTarget chosen : post.content().targets()) {
            String id = chosen.channel().toString();
            if (choices.stream().noneMatch(choice -> choice.id().equals(id))) {
                channels.find(chosen.channel(), post.organisation())
                        .ifPresent(c -> choices.add(new Choice(id, c.name(), c.kind(), "")));
            }
        }
        return choices;
    }

    PostForm form(Post post, ZoneId zone) {
        PostContent content = post.content();
        Map<String, String> fields = new HashMap<>();
        fields.put("language", content.language());
        fields.put("topic", content.topic().key());
        fields.put("title", content.title());
        fields.put("text", content.text());
        fields.put("brief", content.brief());
        fields.put("sources", content.sources());
        fields.put("considered", content.considered() ? "on" : "");
        chosen(post).forEach(t -> fields.put(PostForm.TO + t.channel(), "on"));
        content.variants().forEach((channel, text) -> fields.put(Draft.VARIANT + channel, text));
        post.wanted().ifPresent(at -> fields.putAll(PostForm.fields(at, zone)));
        return new PostForm(fields);
    }

    /** An answer is said where it answers, and nowhere else. */
    private List<Target> open(Post post) {
        return answering.reply(post.id()).isPresent()
                ? drafts.targets(post)
                : drafts.offered(post.organisation());
    }

    private List<PostTarget> chosen(Post post) {
        List<PostTarget> chosen = post.content().targets();
        return chosen.isEmpty()
                ? drafts.targets(post).stream()
                        .map(target -> new PostTarget(target.channel(), ""))
                        .toList()
                : chosen;
    }

    private List<Done> done(List<Step> taken) {
        Map<AccountId, String> names =
                accounts.names(
                        taken.stream()
                                .map(Step::by)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .toList());
        return taken.stream()
                .map(
                        step -> {
                            @Nullable AccountId by = step.by();
                            return new Done(step, by == null ? "" : names.getOrDefault(by, ""));
                        })
                .toList();
    }

    private List<String> approvers(Post post, Role role) {
        return accounts.colleagues(post.organisation()).stream()
                .filter(one -> one.roles().contains(role))
                .filter(one -> !one.account().equals(post.writer()))
                .map(one -> one.name())
                .toList();
    }

    private List<Change> changes(Post post, List<Step> taken) {
        int before =
                taken.stream()
                        .filter(step -> step.version() < post.version())
                        .filter(
                                step ->
                                        step.kind() == Step.Kind.ASKED
                                                || step.kind() == Step.Kind.SENT)
                        .mapToInt(Step::version)
                        .max()
                        .orElse(0);
        return store.version(post.organisation(), post.id(), before)
                .map(old -> changes(post, old.content()))
                .orElse(List.of());
    }

    /** Between what it said and what it says. */
    List<Change> changes(Post post, PostContent old) {
        Map<String, String> names = channels.names(post.organisation());
        Map<String, String> before = PostPages.parts(old);
        Map<String, String> now = PostPages.parts(post.content());
        Set<String> all = new LinkedHashSet<>(now.keySet());
        all.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (String part : all) {
            String was = before.getOrDefault(part, "");
            String is = now.getOrDefault(part, "");
            if (!was.equals(is)) {
                changes.add(
                        new Change(
                                part,
                                PostPages.channelOf(part, names),
                                WordDifferences.between(was, is)));
            }
        }
        return changes;
    }

    private List<Leaving> leaving(Post post) {
        Map<String, String> names = channels.names(post.organisation());
        return outbox
                .fates(List.of(post.id().value()))
                .getOrDefault(post.id().value(), List.of())
                .stream()
                .map(fate -> new Leaving(names.getOrDefault(fate.channel().toString(), ""), fate))
                .toList();
    }

    /** What did not leave, with the names of posts and channels. */
    List<PostPages.Unsent> unsent(SignedIn who, int most) {
        Map<String, String> names = channels.names(who.organisation());
        return outbox.unsent(who.organisation(), most).stream()
                .map(
                        fate -> {
                            var id = new org.lisolo.server.publishing.PostId(fate.post());
                            Optional<Post> post = store.find(who.organisation(), id);
                            Instant since = fate.made();
                            return new PostPages.Unsent(
                                    fate,
                                    names.getOrDefault(fate.channel().toString(), ""),
                                    post.map(Post::name).orElse(""),
                                    post.map(Post::path).orElse(""),
                                    since);
                        })
                .toList();
    }
}
