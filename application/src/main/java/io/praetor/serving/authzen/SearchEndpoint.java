package io.praetor.serving.authzen;

import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Problem;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import io.praetor.serving.telemetry.Counter;
import io.praetor.serving.telemetry.Telemetry;
import io.praetor.situation.Refusal;
import java.util.List;
import java.util.Optional;

/** {@code POST /access/v1/search/...}: one of the searches (section 8). One log line a search. */
final class SearchEndpoint implements Endpoint {
    private final SearchKind kind;
    private final Search search;
    private final Telemetry telemetry;
    private final Counter judged;

    SearchEndpoint(SearchKind kind, Search search, Telemetry telemetry) {
        this.kind = kind;
        this.search = search;
        this.telemetry = telemetry;
        this.judged =
                telemetry
                        .metrics()
                        .counter(
                                "praetor_search_judgements_total",
                                "Candidates judged by searches, by what was searched for.",
                                "kind",
                                kind.label());
    }

    @Override
    public Reply answer(Request request) {
        return switch (SearchRequest.read(kind, request.body())) {
            case SearchRequest.Reading.Malformed malformed -> refusal(malformed.refusals());
            case SearchRequest.Reading.Read read ->
                    switch (search.find(read.request(), request.caller(), request.deadline())) {
                        case Search.Finding.Refused refused -> refusal(refused.refusals());
                        case Search.Finding.Done done -> answer(done, request);
                    };
        };
    }

    private Reply answer(Search.Finding.Done done, Request request) {
        judged.add(done.judged());
        telemetry
                .events()
                .info(
                        "search",
                        json -> {
                            json.writeStringProperty("kind", kind.label());
                            json.writeNumberProperty("judged", done.judged());
                            json.writeNumberProperty("found", done.result().results().size());
                            json.writeBooleanProperty(
                                    "complete", done.result().nextToken().isEmpty());
                            json.writeStringProperty("caller", request.caller().name());
                        });
        return Reply.json(Json.bytes(done.result()::write));
    }

    private static Reply refusal(List<Refusal> refusals) {
        return ErrorStyle.AUTHZEN.reply(
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "the search is refused",
                        refusals,
                        Optional.empty()));
    }
}
