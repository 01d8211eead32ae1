package org.lisolo.bench;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.members.NewMembers;
import org.lisolo.testkit.Visitor;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in. */
record CommunityMember(AccountId account, Visitor visitor) {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    static CommunityMember arrive(BenchServer server, String name) {
        String email = UUID.randomUUID() + "@membre.example";
        String password = "marché pluie pirogue";
        AccountId account = server.bean(NewMembers.class).add(name, email, "fr");
        Accounts accounts = server.bean(Accounts.class);
        accounts.choosePassword(accounts.signedIn(account).orElseThrow(), password);
        Visitor visitor = Visitor.at(server.port());
        visitor.signIn(email, password);
        if (visitor.session().isEmpty()) {
            throw new IllegalStateException("nobody is signed in");
        }
        return new CommunityMember(account, visitor);
    }

    List<String> headers() {
        return List.of("Cookie: SESSION=" + visitor.session());
    }

    /** A script of wrk's that answers a question, each time with an id of its own. */
    String answering(String question) {
        Matcher csrf = CSRF.matcher(visitor.get(question).body());
        if (!csrf.find()) {
            throw new IllegalStateException("nothing to answer with on " + question);
        }
        return """
        math.randomseed(os.time())
        local hex = "0123456789abcdef"
        local function some(n)
          local s = ""
          for _ = 1, n do
            local k = math.random(16)
            s = s .. hex:sub(k, k)
          end
          return s
        end
        request = function()
          local now = string.format("%%012x", os.time() * 1000)
          local id = now:sub(1, 8) .. "-" .. now:sub(9, 12) .. "-7" .. some(3)
              .. "-8" .. some(3) .. "-" .. some(12)
          local body = "_csrf=%s&language=fr&text=Une+reponse+de+la+mesure&id=" .. id
          return wrk.format("POST", "/discussions/%s/answers",
            {["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = "SESSION=%s"}, body)
        end
        """
                .formatted(
                        csrf.group(1),
                        question.substring(question.lastIndexOf('/') + 1),
                        visitor.session());
    }
}
