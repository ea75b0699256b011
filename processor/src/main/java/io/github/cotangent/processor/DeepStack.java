package io.github.cotangent.processor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs code on a stack of its own that is deeper than the compiler's: trees and the code made of them are nested as deep as
 * the user has nested them, and what javac can still take has to be no problem here.
 */
final class DeepStack {

    private static final long BYTES = 256L << 20;

    private DeepStack() {}

    /** Runs it to its end; what it throws is thrown here. */
    static void run(Runnable code) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Runnable reporting = () -> {
            try {
                code.run();
                end.complete(null);
            } catch (RuntimeException | Error fault) {
                end.completeExceptionally(fault);
            }
        };
        Thread thread = new Thread(null, reporting, "cotangent", BYTES);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        try {
            end.join();
        } catch (CompletionException fault) {
            if (fault.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault.getCause();
        }
    }
}
