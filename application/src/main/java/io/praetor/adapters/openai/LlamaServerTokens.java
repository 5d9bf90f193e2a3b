package io.praetor.adapters.openai;

import io.praetor.adapters.http.Deadline;
import io.praetor.adapters.http.JsonClient;
import io.praetor.adapters.http.Reply;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Prompt;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns prompts into tokens by a llama-server. Only the template's own marks become special tokens:
 * text that spells one stays text, so no situation can end its turn.
 *
 * @param whole what the template writes around a system's and a user's turn
 * @param user what it writes around a user's turn alone
 */
record LlamaServerTokens(JsonClient client, Frame whole, Frame user) {
    private static final String SYSTEM = "%%system%%";
    private static final String USER = "%%user%%";

    /** Tokens before, between and after the turns. */
    private record Frame(List<Integer> before, List<Integer> between, List<Integer> after) {}

    static LlamaServerTokens of(JsonClient client, Deadline deadline) {
        Template template = new Template(client, deadline);
        return new LlamaServerTokens(client, template.frame(true), template.frame(false));
    }

    List<Integer> of(Prompt prompt, Deadline deadline) {
        boolean alone = prompt.system().isEmpty();
        Frame frame = alone ? user : whole;
        ArrayNode content = JsonMapper.shared().createArrayNode();
        frame.before().forEach(content::add);
        if (!alone) {
            content.add(prompt.system());
            frame.between().forEach(content::add);
        }
        content.add(prompt.user());
        frame.after().forEach(content::add);
        content.add(prompt.lead());
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.set("content", content);
        return tokens(client, request.put("parse_special", false), deadline);
    }

    List<Integer> of(String label, Deadline deadline) {
        List<Integer> tokens =
                tokens(
                        client,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("content", label)
                                .put("parse_special", false),
                        deadline);
        if (tokens.isEmpty()) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "the model's vocabulary cannot write the label `%s`".formatted(label));
        }
        return tokens;
    }

    private static List<Integer> tokens(JsonClient client, ObjectNode request, Deadline deadline) {
        return client.post("/tokenize", request, deadline).at("tokens").elements().stream()
                .map(Reply::whole)
                .toList();
    }

    /** Asks the server to lay out turns with known texts, and takes what stands around them. */
    private record Template(JsonClient client, Deadline deadline) {
        Frame frame(boolean both) {
            ObjectNode request = JsonMapper.shared().createObjectNode();
            ArrayNode messages = request.putArray("messages");
            if (both) {
                messages.addObject().put("role", "system").put("content", SYSTEM);
            }
            messages.addObject().put("role", "user").put("content", USER);
            Reply reply = client.post("/apply-template", request, deadline).at("prompt");
            String text = reply.text();
            int system = both ? text.indexOf(SYSTEM) : 0;
            int user = text.indexOf(USER);
            if (system < 0 || user < system) {
                throw reply.garbage("does not hold the turns it was asked to lay out");
            }
            int turn = both ? system + SYSTEM.length() : user;
            return new Frame(
                    marks(text.substring(0, both ? system : user), true),
                    marks(text.substring(turn, user), false),
                    marks(text.substring(user + USER.length()), false));
        }

        private List<Integer> marks(String text, boolean begins) {
            return tokens(
                    client,
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("content", text)
                            .put("add_special", begins)
                            .put("parse_special", true),
                    deadline);
        }
    }
}
