package io.praetor.adapters.openai;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a server is told to hold an answer to a grammar, by what owns the model in its list. */
enum Structure {
    LLAMA_SERVER {
        @Override
        void hold(ObjectNode request, String grammar, Map<String, String> schemas) {
            request.put("grammar", grammar);
        }

        // Continues the last turn of its own accord.
        @Override
        void goOn(ObjectNode request) {}
    },

    VLLM {
        @Override
        void hold(ObjectNode request, String grammar, Map<String, String> schemas) {
            request.putObject("structured_outputs").put("grammar", grammar);
        }

        @Override
        void goOn(ObjectNode request) {
            request.put("continue_final_message", true).put("add_generation_prompt", false);
        }
    },

    /** What the API itself offers: a JSON schema. */
    SCHEMA {
        @Override
        void hold(ObjectNode request, String grammar, Map<String, String> schemas) {
            String schema = schemas.get(grammar);
            if (schema == null) {
                throw new LanguageModelException(
                        Failure.BAD_GRAMMAR,
                        "this server takes JSON schemas only, and none is known that says what the"
                                + " grammar says; use llama-server or vLLM");
            }
            request.putObject("response_format")
                    .put("type", "json_schema")
                    .putObject("json_schema")
                    .put("name", "answer")
                    .put("strict", true)
                    .set("schema", JsonMapper.shared().readTree(schema));
        }

        @Override
        void goOn(ObjectNode request) {}
    };

    static Structure of(String owner) {
        return switch (owner) {
            case "llamacpp" -> LLAMA_SERVER;
            case "vllm" -> VLLM;
            default -> SCHEMA;
        };
    }

    abstract void hold(ObjectNode request, String grammar, Map<String, String> schemas);

    /** Has the server continue the turn that the answer begins with, instead of answering it. */
    abstract void goOn(ObjectNode request);
}
