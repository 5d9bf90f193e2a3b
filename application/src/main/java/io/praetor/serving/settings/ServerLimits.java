package io.praetor.serving.settings;

import java.time.Duration;

/**
 * Every limit the server keeps, so that no client can take more than its share.
 *
 * @param requestLineBytesMax the first line of a request
 * @param headerBytesMax all header lines of a request together; more is answered 431
 * @param bodyBytesMax a request's body; more is answered 413
 * @param batchItemsMax situations or evaluations in one request
 * @param pageItemsMax results in one page of a search
 * @param connectionsMax connections served at once; further ones wait to be accepted
 * @param requestsMax requests in progress at once; further ones are answered 503
 * @param receiveTime from a request's first line to the end of its body
 * @param sendTime for writing an answer to a client that reads slowly
 * @param idleTime a connection may wait for its next request
 * @param workTime for the decisions of one request; what is then undecided is not released
 * @param drainTime for requests in progress once the server is told to stop
 * @param rate how often one client may ask
 * @param refusedRate how often one address may fail to authenticate
 */
public record ServerLimits(
        int requestLineBytesMax,
        int headerBytesMax,
        int bodyBytesMax,
        int batchItemsMax,
        int pageItemsMax,
        int connectionsMax,
        int requestsMax,
        Duration receiveTime,
        Duration sendTime,
        Duration idleTime,
        Duration workTime,
        Duration drainTime,
        Rate rate,
        Rate refusedRate) {
    /**
     * What a sidecar and a small service need. 64 KiB is the door's limit for a request; a batch of
     * 100 fits in it at 640 bytes each. A connection costs about 20 KiB, so 4,096 cost 80 MiB.
     * 50,000 requests a second is above what two cores answer: the rate protects the other clients,
     * not the processor. Ten failures a second make guessing a token no faster than never.
     */
    public static final ServerLimits DEFAULT =
            new ServerLimits(
                    4 * 1024,
                    16 * 1024,
                    64 * 1024,
                    100,
                    1_000,
                    4_096,
                    512,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20),
                    new Rate(50_000, 50_000),
                    new Rate(10, 20));
}
