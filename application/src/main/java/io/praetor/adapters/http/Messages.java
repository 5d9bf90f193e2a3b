package io.praetor.adapters.http;

import io.praetor.reasoning.Prompt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A prompt as the turns of a conversation, the way most servers take it. */
public final class Messages {
    private Messages() {}

    /**
     * @param begun what the answer begins with, behind the prompt's lead; the server continues it
     */
    public static ArrayNode of(Prompt prompt, String begun) {
        ArrayNode messages = JsonMapper.shared().createArrayNode();
        if (!prompt.system().isEmpty()) {
            messages.addObject().put("role", "system").put("content", prompt.system());
        }
        messages.addObject().put("role", "user").put("content", prompt.user());
        String answer = prompt.lead() + begun;
        if (!answer.isEmpty()) {
            messages.addObject().put("role", "assistant").put("content", answer);
        }
        return messages;
    }

    /**
     * Some servers repeat what the answer begins with, others do not: it is no part of the text.
     */
    public static String withoutLead(Prompt prompt, String text) {
        return text.startsWith(prompt.lead()) ? text.substring(prompt.lead().length()) : text;
    }
}
