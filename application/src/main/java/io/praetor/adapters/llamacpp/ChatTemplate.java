package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Prompt;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a conversation with one model is laid out, by the template in its file.
 *
 * <p>llama.cpp knows templates by traits and reads no Jinja. Phi-4-mini's, which builds its marks
 * from the names of the roles and writes no line breaks, it takes for Phi-3's, which does; so that
 * one is known here. Where llama.cpp knows none, the special tokens of the file tell.
 *
 * @param whole with a system's turn
 * @param user without
 */
record ChatTemplate(ChatFrame whole, ChatFrame user) {
    private static final String SYSTEM = "%%system%%";
    private static final String USER = "%%user%%";
    private static final List<String> PHI =
            List.of("<|system|>", "<|user|>", "<|end|>", "<|assistant|>");
    private static final int BYTES_MAX = 4096;

    static ChatTemplate of(NativeModel model, Path file) {
        Optional<String> template = model.chatTemplate();
        if (template.filter(ChatTemplate::composesMarks).isPresent()) {
            return phi();
        }
        Optional<ChatTemplate> known =
                template.flatMap(
                        text ->
                                frame(model.library(), text, true)
                                        .flatMap(
                                                whole ->
                                                        frame(model.library(), text, false)
                                                                .map(
                                                                        user ->
                                                                                new ChatTemplate(
                                                                                        whole,
                                                                                        user))));
        if (known.isPresent()) {
            return known.get();
        }
        if (model.vocabulary().specials().containsAll(PHI)) {
            return phi();
        }
        throw new LanguageModelException(
                Failure.MISMATCH,
                ("%s: has no chat template that llama.cpp knows, nor Phi's marks %s;"
                                + " take an instruct model")
                        .formatted(file, PHI));
    }

    private static ChatTemplate phi() {
        return new ChatTemplate(ChatFrame.phi(true, ""), ChatFrame.phi(false, ""));
    }

    private static boolean composesMarks(String template) {
        String bare = template.replaceAll("\\s", "").replace('"', '\'');
        return bare.contains("'<|'+message['role']+'|>'+message['content']+'<|end|>'")
                && bare.contains("'<|assistant|>'");
    }

    /** What the template writes around two turns; nothing where it is not known. */
    private static Optional<ChatFrame> frame(LlamaLibrary library, String template, boolean both) {
        Optional<String> text = render(library, template, both);
        int system = both ? text.map(each -> each.indexOf(SYSTEM)).orElse(-1) : 0;
        int user = text.map(each -> each.indexOf(USER)).orElse(-1);
        if (text.isEmpty() || system < 0 || user < system) {
            return Optional.empty();
        }
        String after = text.get().substring(user + USER.length());
        return Optional.of(
                both
                        ? new ChatFrame(
                                text.get().substring(0, system),
                                text.get().substring(system + SYSTEM.length(), user),
                                after)
                        : new ChatFrame(text.get().substring(0, user), "", after));
    }

    private static Optional<String> render(LlamaLibrary library, String template, boolean both) {
        var apply =
                library.function(
                        "llama_chat_apply_template",
                        FunctionDescriptor.of(
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS,
                                JAVA_LONG,
                                JAVA_BOOLEAN,
                                ADDRESS,
                                JAVA_INT));
        List<String> words = both ? List.of("system", SYSTEM, "user", USER) : List.of("user", USER);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chat =
                    arena.allocate(MemoryLayout.sequenceLayout(2, Layouts.CHAT_MESSAGE));
            for (int index = 0; index < words.size(); index++) {
                chat.setAtIndex(ADDRESS, index, arena.allocateFrom(words.get(index)));
            }
            MemorySegment text = arena.allocate(BYTES_MAX);
            int length =
                    apply.number(
                            arena.allocateFrom(template),
                            chat,
                            words.size() / 2L,
                            true,
                            text,
                            BYTES_MAX);
            return length < 0 || length >= BYTES_MAX
                    ? Optional.empty()
                    : Optional.of(text.getString(0, StandardCharsets.UTF_8));
        }
    }

    ChatFrame of(Prompt prompt) {
        return prompt.system().isEmpty() ? user : whole;
    }
}
