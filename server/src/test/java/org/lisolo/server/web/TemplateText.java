package org.lisolo.server.web;

import java.util.regex.Pattern;

/** What of a template a person would read as it stands: text, and attributes that are read out. */
final class TemplateText {
    private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);
    private static final Pattern DECLARATION = Pattern.compile("(?m)^@(import|param) .*$");
    private static final Pattern KEYWORD = Pattern.compile("@(else|endif|endfor|raw|endraw)\\b");
    private static final Pattern CODE = // what is typed as it stands, in whatever language
            Pattern.compile("<(code|pre|kbd|samp)\\b[^>]*>.*?</\\1>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern READ_OUT =
            Pattern.compile("(?:aria-label|title|alt|placeholder)=\"([^\"]*)\"");

    private final String template;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private TemplateText(String template) {
        this.template = template;
    }

    static String of(String template) {
        String bare = COMMENT.matcher(template).replaceAll("");
        bare = DECLARATION.matcher(bare).replaceAll("");
        var reading = new TemplateText(bare);
        reading.markup('\0');
        String markup = KEYWORD.matcher(reading.text).replaceAll(" ");
        var words =
                new StringBuilder(
                        TAG.matcher(CODE.matcher(markup).replaceAll(" ")).replaceAll(" "));
        READ_OUT.matcher(markup).results().forEach(found -> words.append(found.group(1)));
        return words.toString();
    }

    /** Up to the end of the template, or of a block between back quotes. */
    private void markup(char end) {
        while (at < template.length() && template.charAt(at) != end) {
            if (startsExpression()) {
                at = template.indexOf(template.charAt(at) == '@' ? '(' : '{', at) + 1;
                expression();
            } else {
                text.append(template.charAt(at++));
            }
        }
        at++;
    }

    private boolean startsExpression() {
        return template.startsWith("${", at)
                || template.startsWith("$unsafe{", at)
                || template.startsWith("!{", at)
                || template.startsWith("@if(", at)
                || template.startsWith("@elseif(", at)
                || template.startsWith("@for(", at)
                || template.startsWith("@template.", at);
    }

    /** Code up to the bracket that closes it; in it, blocks between back quotes are markup. */
    private void expression() {
        int depth = 1;
        while (depth > 0 && at < template.length()) {
            char next = template.charAt(at++);
            switch (next) {
                case '(', '{' -> depth++;
                case ')', '}' -> depth--;
                case '"' -> at = template.indexOf('"', at) + 1;
                case '`' -> markup('`');
                default -> {}
            }
        }
    }
}
