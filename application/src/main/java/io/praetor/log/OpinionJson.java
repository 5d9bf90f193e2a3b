package io.praetor.log;

import io.praetor.policy.Evaluation;
import io.praetor.reasoning.Answer.Reference;
import io.praetor.reasoning.CheckedCitations.Cause;
import io.praetor.reasoning.CheckedCitations.Dropped;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.reasoning.Opinion.Exchange;
import io.praetor.situation.Labels;

/** Who reasoned and on what, in canonical form; the evaluation stands beside it. */
final class OpinionJson {
    private OpinionJson() {}

    static void write(CanonicalWriter writer, Opinion opinion) {
        writer.open();
        if (!opinion.dropped().isEmpty()) {
            writer.name("dropped").openList();
            opinion.dropped().forEach(dropped -> write(writer, dropped));
            writer.closeList();
        }
        opinion.exchange().ifPresent(exchange -> write(writer.name("exchange"), exchange));
        writer.flag("language_model", opinion.adviser().isLanguageModel())
                .text("name", opinion.adviser().name())
                .texts("observed", opinion.observed())
                .texts("passages", opinion.passages())
                .text("version", opinion.adviser().version())
                .close();
    }

    static Opinion read(Fields fields, Evaluation evaluation) {
        return new Opinion(
                evaluation,
                new Adviser(
                        fields.text("name"), fields.text("version"), fields.flag("language_model")),
                fields.texts("passages"),
                fields.texts("observed"),
                fields.objectIfAny("exchange").map(OpinionJson::readExchange),
                fields.objects("dropped").stream().map(OpinionJson::readDropped).toList());
    }

    private static void write(CanonicalWriter writer, Exchange exchange) {
        writer.open()
                .text("answer", exchange.answer())
                .text("decoding", exchange.decoding())
                .text("prompt", exchange.promptHash())
                .close();
    }

    private static Exchange readExchange(Fields fields) {
        return new Exchange(fields.text("prompt"), fields.text("answer"), fields.text("decoding"));
    }

    private static void write(CanonicalWriter writer, Dropped dropped) {
        writer.open()
                .text("cause", Labels.of(dropped.cause()))
                .text("id", dropped.reference().id())
                .text("quote", dropped.reference().quote())
                .close();
    }

    private static Dropped readDropped(Fields fields) {
        return new Dropped(
                new Reference(fields.text("id"), fields.textIfAny("quote")),
                fields.label("cause", Cause.class));
    }
}
