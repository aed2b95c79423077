package io.stackwatch.core.planted.registry;

import io.stackwatch.core.planted.limit.Allowed;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Planted: files, sockets and threads, and a package that comes later. */
public class Reaches {
    Allowed allowed = new Allowed();
    File file = new File("planted");
    Path path = Path.of("planted");
    URI address = URI.create("planted:");
    Executor executor = Runnable::run;
    Thread thread = Thread.currentThread();
}
