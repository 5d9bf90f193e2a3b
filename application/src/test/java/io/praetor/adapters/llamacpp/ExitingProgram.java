package io.praetor.adapters.llamacpp;

import static io.praetor.adapters.llamacpp.PromptTexts.about;
import static io.praetor.adapters.llamacpp.PromptTexts.greedy;

import java.nio.file.Path;

/** A program that answers once and ends, with or without closing the model. */
final class ExitingProgram {
    private ExitingProgram() {}

    public static void main(String[] arguments) {
        LlamaModel model =
                LlamaModel.open(TinyModel.settings(Path.of(arguments[0])), System::nanoTime);
        model.complete(about("deploy"), greedy(4));
        if (arguments[1].equals("close")) {
            model.close();
        }
        System.out.println("answered");
    }
}
