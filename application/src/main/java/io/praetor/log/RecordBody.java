package io.praetor.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A record as stored: the part the chain covers, and beside it what it says about persons.
 *
 * @param open canonical JSON; its member {@code personal} holds a digest for each personal part
 * @param personal the clear text of those parts; empty once they were erased, or where there were
 *     none
 */
public record RecordBody(CanonicalJson open, Optional<Personal> personal) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * The clear text of a record's personal parts.
     *
     * @param account canonical JSON
     * @param situation canonical JSON
     */
    public record Personal(
            Salt salt,
            CanonicalJson account,
            Optional<String> actor,
            Optional<CanonicalJson> situation) {

        Map<Part, byte[]> texts() {
            Map<Part, byte[]> texts = new EnumMap<>(Part.class);
            texts.put(Part.ACCOUNT, account.bytes());
            actor.ifPresent(id -> texts.put(Part.ACTOR, id.getBytes(UTF_8)));
            situation.ifPresent(json -> texts.put(Part.SITUATION, json.bytes()));
            return texts;
        }

        Map<Part, Hash> digests() {
            Map<Part, Hash> digests = new EnumMap<>(Part.class);
            texts().forEach((part, text) -> digests.put(part, part.digest(part.key(salt), text)));
            return digests;
        }
    }

    /** Bytes of all its texts. */
    public int length() {
        return open.bytes().length
                + personal.map(
                                said ->
                                        said.account().bytes().length
                                                + said.situation()
                                                        .map(json -> json.bytes().length)
                                                        .orElse(0))
                        .orElse(0);
    }

    /** The digests that the hashed part holds, without reading anything else of it. */
    Map<Part, Hash> digests() {
        Map<Part, Hash> digests = new EnumMap<>(Part.class);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), open.bytes())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isPersonal = parser.currentName().equals("personal");
                parser.nextToken();
                if (!isPersonal) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String label = parser.currentName();
                    digests.put(partLabelled(label), Hash.ofHex(parser.nextStringValue()));
                }
                return digests;
            }
            return digests;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "record is not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    static void write(CanonicalWriter writer, Map<Part, Hash> digests) {
        writer.name("personal").open();
        digests.forEach((part, digest) -> writer.text(part.label(), digest.toString()));
        writer.close();
    }

    private static Part partLabelled(String label) {
        for (Part part : Part.values()) {
            if (part.label().equals(label)) {
                return part;
            }
        }
        throw new IllegalArgumentException("record: unknown personal part `%s`".formatted(label));
    }
}
