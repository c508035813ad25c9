// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import dev.proviso.checker.cegar.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several tasks at a time, each in a process of its own. */
public final class Suite implements AutoCloseable {
  private final List<String> command;
  private final Limits limits;
  private final Consumer<Outcome> listener;
  private final Deque<Task> waiting = new ArrayDeque<>();
  private final List<Thread> workers = new ArrayList<>();
  private boolean closed;
  private @Nullable RuntimeException failure;

  /**
   * @param command starts Proviso
   * @param listener gets each outcome as it comes, one at a time
   */
  public Suite(List<String> command, Limits limits, Consumer<Outcome> listener) {
    this.command = List.copyOf(command);
    this.limits = limits;
    this.listener = listener;
  }

  /** Runs the tasks and returns when all are done, or when it is closed. */
  public void run(List<Task> tasks, int atOnce) throws InterruptedException {
    synchronized (this) {
      waiting.addAll(tasks);
      for (int i = 0; i < atOnce && !closed; i++) {
        workers.add(Thread.ofPlatform().name("suite-" + i).start(this::work));
      }
    }
    for (Thread worker : List.copyOf(workers)) {
      worker.join();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void work() {
    try {
      Path output = Files.createTempFile("proviso-suite", ".txt");
      try {
        for (@Nullable Task task = next(); task != null; task = next()) {
          report(new TaskProcess(task, limits, output).run(command));
        }
      } finally {
        Files.delete(output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      fail(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private synchronized @Nullable Task next() {
    return waiting.poll();
  }

  private synchronized void report(Outcome outcome) {
    // Ctrl-C ends the tasks' processes too: what they say then is nothing.
    if (!closed && !outcome.reason().equals("interrupted")) {
      listener.accept(outcome);
    }
  }

  private synchronized void fail(RuntimeException e) {
    failure = e;
    waiting.clear();
  }

  /** Ends what runs; no outcome comes after this. */
  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
    workers.forEach(Thread::interrupt);
    // Whoever closes may be about to end this process: the workers could come too late.
    if (workers.stream().anyMatch(Thread::isAlive)) {
      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }
  }
}
