package io.praetor.app.cli;

import io.praetor.app.ReviewDoor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Leads a reviewer through the queue, case by case. Nothing is saved before it is confirmed. */
final class ReviewDialogue {
    private static final String KEYS = "adrbsq?";
    private static final String PROMPT =
            "a accept, d decision, r reasoning, b both, s skip, q quit, ? help";
    private static final String BLIND_KEYS = "dbsq?";
    private static final String BLIND_PROMPT = "d your decision, b with reasons, s skip, q quit, ?";
    private static final String EFFECTS = "a allow, m require MFA, t require attestation, d deny";

    private static final List<String> HELP =
            List.of(
                    "a   accept: everything about the decision stands",
                    "d   another decision would have been right",
                    "r   the decision stands, its reasoning does not: say how it should read",
                    "b   both",
                    "s   skip: leave it to others, or for later",
                    "u   undo, before it is saved: choose again",
                    "q   quit; what was saved stays",
                    "",
                    "A case shown blind asks for the decision that you would make. What was",
                    "decided is shown once yours is in.");

    private static final Pattern BLANK = Pattern.compile("\\s*");

    private final ReviewSession session;
    private final ReviewScreen screen;
    private final CaseText text;
    private int kept;
    private int skipped;

    ReviewDialogue(ReviewSession session, ReviewScreen screen, CaseText text) {
        this.session = session;
        this.screen = screen;
        this.text = text;
    }

    /** What comes of one case. */
    private enum Next {
        GO_ON,
        QUIT
    }

    ExitCode run() {
        JsonNode entries = session.entries();
        int place = 0;
        for (JsonNode entry : entries) {
            place++;
            String progress = "Decision %d/%d".formatted(place, entries.size());
            if (one(entry, progress) == Next.QUIT) {
                break;
            }
        }
        String left = entries.isEmpty() ? "nothing to review under that filter" : "done";
        screen.show(List.of("%s: %d saved, %d skipped".formatted(left, kept, skipped)));
        if (screen instanceof TerminalScreen) {
            screen.key("Enter closes", "\nq");
        }
        return ExitCode.OK;
    }

    private Next one(JsonNode entry, String progress) {
        String id = entry.path("id").asString();
        Answer claimed = session.claim(id);
        if (!claimed.isOk()) {
            skipped++;
            screen.show(List.of(progress + ": " + claimed.problem()));
            return Next.GO_ON;
        }
        JsonNode found = claimed.body().path("case");
        List<String> lines = text.lines(found, entry, progress);
        while (true) {
            screen.show(lines);
            Optional<Character> key = choice(found);
            if (key.isEmpty() || key.get() == 'q') {
                session.release(id);
                return Next.QUIT;
            }
            if (key.get() == 's') {
                session.release(id);
                skipped++;
                return Next.GO_ON;
            }
            if (key.get() == '?') {
                screen.show(HELP);
                screen.key("Enter goes back", "\n");
            } else {
                Optional<ObjectNode> verdict = verdict(found, key.get());
                if (verdict.isPresent() && isSaved(found, verdict.get())) {
                    return Next.GO_ON;
                }
            }
        }
    }

    private Optional<Character> choice(JsonNode found) {
        return found.path("blind").asBoolean()
                ? screen.key(BLIND_PROMPT, BLIND_KEYS)
                : screen.key(PROMPT, KEYS);
    }

    private Optional<ObjectNode> verdict(JsonNode found, char key) {
        ObjectNode verdict =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("record", found.path("id").asString())
                        .put("hash", found.path("hash").asString())
                        .put("verdict", key == 'a' ? "accepted" : "corrected");
        if (found.path("done").asBoolean()) {
            verdict.put("revises", true);
        }
        if (key == 'd' || key == 'b') {
            Optional<String> effect = screen.key(EFFECTS, "amtd").map(ReviewDialogue::effect);
            if (effect.isEmpty()) {
                return Optional.empty();
            }
            verdict.put("decision", effect.get());
        }
        if (key == 'r' || key == 'b') {
            Optional<String> reasoning = screen.line("how the reasoning should read");
            if (reasoning.filter(said -> !BLANK.matcher(said).matches()).isEmpty()) {
                return Optional.empty();
            }
            verdict.put("reasoning", reasoning.get());
        }
        return Optional.of(verdict);
    }

    private static String effect(char key) {
        return switch (key) {
            case 'a' -> "allow";
            case 'm' -> "require_mfa";
            case 't' -> "require_attestation";
            default -> "deny";
        };
    }

    private boolean isSaved(JsonNode found, ObjectNode verdict) {
        String said = verdict.path("decision").asString(verdict.path("verdict").asString());
        Optional<Character> key = screen.key("%s: Enter saves, u undoes".formatted(said), "\nu");
        if (key.isEmpty() || key.get() == 'u') {
            return false;
        }
        Answer answer = session.submit(verdict);
        if (!answer.isOk()) {
            screen.show(List.of("not saved: " + answer.problem()));
            screen.key("Enter goes back", "\n");
            return false;
        }
        kept++;
        if (found.path("blind").asBoolean()) {
            reveal(answer.body().path("case"), said);
        }
        return true;
    }

    private void reveal(JsonNode found, String said) {
        List<String> lines = new ArrayList<>();
        lines.add("you said %s; this is what was decided:".formatted(said));
        lines.addAll(text.lines(found, JsonMapper.shared().createObjectNode(), "saved"));
        screen.show(lines);
        screen.key("Enter goes on", "\n");
    }
}
