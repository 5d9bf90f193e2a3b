package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Makes a token for a caller; the file keeps its digest alone. */
@Command(
        name = "create",
        description = {
            "make a bearer token for a caller and print it, this once",
            "The token file keeps a digest, not the token. A server that runs takes new tokens up"
                    + " when it starts again."
        })
final class TokenCreateVerb extends Verb {
    @Parameters(paramLabel = "NAME", description = "the caller, as logs will name it")
    private String name = "";

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            description = "what it may do: decide, vouch, review, govern, admin")
    private List<Scope> scopes = List.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "the token file; otherwise the configured server.tokens")
    private Optional<Path> file = Optional.empty();

    TokenCreateVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Set<Scope> held = EnumSet.noneOf(Scope.class);
        held.addAll(scopes);
        String token = TokenFile.add(place(), new Caller(name, held), new SecureRandom());
        shell.out()
                .println(
                        json()
                                ? JsonMapper.shared()
                                        .createObjectNode()
                                        .put("name", name)
                                        .put("token", token)
                                        .toString()
                                : token);
        return ExitCode.OK;
    }

    private Path place() {
        return file.map(shell.folder()::resolve)
                .or(() -> config().server().tokens())
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "no token file: say --file, or set `server.tokens` in the"
                                                + " configuration"));
    }
}
