package org.lisolo.server.archive.trail;

import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.ProofFile;
import org.lisolo.server.evidence.AuditRecord;
import org.lisolo.server.evidence.AuditRecords;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The audit trail of one's organisation. */
@Controller
class TrailController {
    private static final int PAGE = 50;

    private final AuditRecords records;
    private final Accounts accounts;
    private final Log log;

    TrailController(AuditRecords records, Accounts accounts, Log log) {
        this.records = records;
        this.accounts = accounts;
        this.log = log;
    }

    @GetMapping("/work/trail")
    ModelAndView list(
            @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn who) {
        TrailForm form = TrailForm.of(typed);
        List<Problem> problems = form.problems();
        UUID before =
                TrailForm.id(typed.getOrDefault("before", "")).orElseGet(AuditRecords::newest);
        List<AuditRecord> found =
                problems.isEmpty() ? records.find(form.search(who), before, PAGE + 1) : List.of();
        boolean more = found.size() > PAGE;
        List<AuditRecord> shown = more ? found.subList(0, PAGE) : found;
        TrailPage page =
                new TrailPage(
                        form,
                        people(who),
                        TrailRow.actions(),
                        Arrays.stream(form.thing().split(",", -1))
                                .filter(thing -> thing.indexOf(':') > 0)
                                .map(TrailThing::of)
                                .toList(),
                        rows(shown),
                        more ? form.address("/work/trail", shown.getLast().id().toString()) : "",
                        form.address("/work/trail.csv", ""),
                        problems);
        return new ModelAndView("archive/trail/list", "page", page);
    }

    private Map<String, String> people(SignedIn who) {
        Map<String, String> people = new LinkedHashMap<>();
        for (Colleague colleague : accounts.colleagues(who.organisation())) {
            people.put(colleague.account().toString(), colleague.name());
        }
        return people;
    }

    private List<TrailRow> rows(List<AuditRecord> shown) {
        return TrailRow.of(shown, accounts);
    }

    @GetMapping("/work/trail/{id}")
    ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        AuditRecord record =
                records.find(who.organisation().value(), id).orElseThrow(TrailController::notFound);
        TrailEntryPage page =
                new TrailEntryPage(
                        rows(List.of(record)).getFirst(),
                        records.proof(who.organisation().value(), id).map(TrailController::place),
                        log.key().map(NoteVerifier::toString).orElse(""));
        return new ModelAndView("archive/trail/entry", "page", page);
    }

    private static TrailEntryPage.Place place(ProofFile proof) {
        return new TrailEntryPage.Place(
                proof.index(),
                Checkpoint.of(proof.checkpoint()).size(),
                proof.path().size(),
                proof.checkPath() == ProofFile.Verdict.HOLDS,
                proof.leaf().commitment().toString());
    }

    /** For whoever checks it offline. It tells all of the record but the address and the reason. */
    @GetMapping("/work/trail/{id}/proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        Optional<ProofFile> proof = records.proof(who.organisation().value(), id);
        byte[] file =
                proof.orElseThrow(TrailController::notFound)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lisolo-" + id + ".tlog-proof")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file);
    }

    private static Problem notFound() {
        return Problem.notFound("trail.problem.not_found");
    }
}
