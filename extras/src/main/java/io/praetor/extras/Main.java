package io.praetor.extras;

import io.praetor.app.Parts;
import io.praetor.extras.onnx.MiniLm;
import java.util.Optional;

/** The program of {@link io.praetor.app.Main} with the parts that the core does not bring. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        io.praetor.app.Main.run(arguments, new Parts(Optional.of(MiniLm::new)));
    }
}
