// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that the program has open, by number and by the address of their {@code FILE}. */
final class OpenFiles {
  private static final int FILE_SIZE = 256;

  private final Machine machine;
  private final List<@Nullable Stream> byNumber = new ArrayList<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Integer, Long> addresses = new HashMap<>();

  OpenFiles(Machine machine) {
    this.machine = machine;
    byNumber.add(new Stream(machine.settings.in(), null));
    byNumber.add(new Stream(null, machine.settings.out()));
    byNumber.add(new Stream(null, machine.settings.err()));
  }

  /** The {@code FILE} of standard input, output or error. */
  long standard(int number) {
    return addresses.computeIfAbsent(number, this::newFile);
  }

  /** The {@code FILE} of an open file. */
  long file(int number) {
    return addresses.computeIfAbsent(number, this::newFile);
  }

  private long newFile(int number) {
    long address = machine.memory.address(new Block("a FILE", FILE_SIZE, true, false));
    numbers.put(address, number);
    return address;
  }

  /** The stream of a {@code FILE}; null where that is none, or closed. */
  @Nullable Stream stream(long file) {
    Integer number = numbers.get(file);
    return number == null ? null : numbered(number);
  }

  @Nullable Stream numbered(int number) {
    return number >= 0 && number < byNumber.size() ? byNumber.get(number) : null;
  }

  int number(long file) {
    return numbers.getOrDefault(file, -1);
  }

  Stream output() {
    Stream stream = byNumber.get(1);
    return stream == null ? new Stream(null, machine.settings.out()) : stream;
  }

  /**
   * The number of the newly opened file; -1 where it cannot be opened, and {@code errno} says why.
   */
  int open(String name, OpenMode mode) {
    Path path = Path.of(name);
    try {
      if (Files.isDirectory(path)) {
        return failed(Errors.IS_DIRECTORY);
      }
      if (!Files.exists(path) && !mode.creates()) {
        return failed(Errors.NO_ENTRY);
      }
      if (Files.exists(path) && mode.isExclusive()) {
        return failed(Errors.EXISTS);
      }
      if (mode.reads() && Files.exists(path) && !Files.isReadable(path)) {
        return failed(Errors.ACCESS);
      }
      RandomAccessFile file = new RandomAccessFile(path.toFile(), mode.writes() ? "rw" : "r");
      if (mode.truncates()) {
        file.setLength(0);
      }
      return add(new Stream(file, mode.appends()));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      return failed(Files.exists(path) ? Errors.ACCESS : Errors.NO_ENTRY);
    }
  }

  private int failed(int error) {
    machine.library.fail(error);
    return -1;
  }

  private int add(Stream stream) {
    int free = byNumber.indexOf(null);
    if (free < 0) {
      byNumber.add(stream);
      return byNumber.size() - 1;
    }
    byNumber.set(free, stream);
    return free;
  }

  /** Another number for the same file. */
  int duplicate(int number) {
    Stream stream = numbered(number);
    return stream == null ? failed(Errors.BAD_FILE) : add(stream);
  }

  boolean close(int number) {
    Stream stream = numbered(number);
    if (stream == null) {
      machine.library.fail(Errors.BAD_FILE);
      return false;
    }
    byNumber.set(number, null);
    Long address = addresses.remove(number);
    if (address != null) {
      numbers.remove(address);
    }
    try {
      if (byNumber.contains(stream)) {
        stream.flush();
      } else {
        stream.close();
      }
      return true;
    } catch (IOException e) {
      machine.library.fail(Errors.IO);
      return false;
    }
  }

  /** Gives a {@code FILE} another file. */
  void reopen(long file, int number) {
    Integer old = numbers.get(file);
    if (old != null && number >= 0) {
      Stream stream = byNumber.get(number);
      byNumber.set(number, null);
      byNumber.set(old, stream);
    }
  }

  void flushAll() {
    for (Stream stream : byNumber) {
      if (stream != null) {
        try {
          stream.flush();
        } catch (IOException e) {
          stream.failed = true;
        }
      }
    }
  }
}
