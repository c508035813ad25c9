// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files by number and by name: what of POSIX ordinary programs use, with Linux's numbers. */
final class FileFunctions {
  private static final int WRITE_ONLY = 1;
  private static final int READ_WRITE = 2;
  private static final int CREATE = 0x40;
  private static final int EXCLUSIVE = 0x80;
  private static final int TRUNCATE = 0x200;
  private static final int APPEND = 0x400;

  private FileFunctions() {}

  static void addTo(Map<String, Library.WordFunction> f) {
    f.put("open", FileFunctions::open);
    f.put("open64", FileFunctions::open);
    f.put("creat", (m, a) -> open(m, Texts.text(m, a.word(0)), WRITE_ONLY | CREATE | TRUNCATE));
    f.put("close", (m, a) -> m.library.files().close(a.integer(0)) ? 0 : -1);
    f.put("read", FileFunctions::read);
    f.put("write", FileFunctions::write);
    f.put("lseek", FileFunctions::seek);
    f.put("lseek64", FileFunctions::seek);
    f.put("dup", (m, a) -> m.library.files().duplicate(a.integer(0)));
    f.put("isatty", (m, a) -> 0);
    f.put("access", (m, a) -> Files.exists(Path.of(Texts.text(m, a.word(0)))) ? 0 : missing(m));
    for (String name : new String[] {"remove", "unlink", "rmdir"}) {
      f.put(name, FileFunctions::remove);
    }
    f.put("rename", FileFunctions::rename);
    for (String name : new String[] {"stat", "lstat", "stat64", "lstat64"}) {
      f.put(name, (m, a) -> status(m, Path.of(Texts.text(m, a.word(0))), a.word(1)));
    }
    for (String name : new String[] {"fstat", "fstat64"}) {
      f.put(name, FileFunctions::statusOfOpen);
    }
    for (String name :
        new String[] {
          "chmod", "fchmod", "chown", "fchown", "lchown", "utime", "utimes", "umask", "fsync",
          "fcntl", "ioctl"
        }) {
      f.put(name, (m, a) -> 0);
    }
  }

  private static long missing(Machine m) {
    m.library.fail(Errors.NO_ENTRY);
    return -1;
  }

  private static long open(Machine m, Arguments a) {
    return open(m, Texts.text(m, a.word(0)), a.integer(1));
  }

  private static long open(Machine m, String name, int flags) {
    boolean writes = (flags & (WRITE_ONLY | READ_WRITE)) != 0;
    return m.library
        .files()
        .open(
            name,
            new OpenMode(
                (flags & WRITE_ONLY) == 0,
                writes,
                (flags & CREATE) != 0,
                (flags & TRUNCATE) != 0 && writes,
                (flags & APPEND) != 0,
                (flags & EXCLUSIVE) != 0));
  }

  private static long read(Machine m, Arguments a) {
    Stream stream = m.library.files().numbered(a.integer(0));
    if (stream == null) {
      m.library.fail(Errors.BAD_FILE);
      return -1;
    }
    byte[] bytes = new byte[(int) Math.min(a.word(2), 1 << 24)];
    int count = 0;
    while (count < bytes.length) {
      int c = stream.read();
      if (c < 0) {
        break;
      }
      bytes[count++] = (byte) c;
    }
    Texts.put(m, a.word(1), bytes, count);
    return count;
  }

  private static long write(Machine m, Arguments a) {
    Stream stream = m.library.files().numbered(a.integer(0));
    if (stream == null) {
      m.library.fail(Errors.BAD_FILE);
      return -1;
    }
    byte[] bytes = Texts.bytes(m, a.word(1), a.word(2));
    boolean done = stream.write(bytes, bytes.length);
    try {
      stream.flush();
    } catch (IOException e) {
      done = false;
    }
    return done ? bytes.length : -1;
  }

  private static long seek(Machine m, Arguments a) {
    Stream stream = m.library.files().numbered(a.integer(0));
    try {
      if (stream != null && stream.seek(a.word(1), a.integer(2))) {
        return stream.tell();
      }
    } catch (IOException e) {
      stream.failed = true;
    }
    m.library.fail(Errors.SEEK);
    return -1;
  }

  private static long remove(Machine m, Arguments a) {
    try {
      Files.delete(Path.of(Texts.text(m, a.word(0))));
      return 0;
    } catch (DirectoryNotEmptyException e) {
      m.library.fail(Errors.EXISTS);
    } catch (IOException e) {
      m.library.fail(Errors.NO_ENTRY);
    }
    return -1;
  }

  private static long rename(Machine m, Arguments a) {
    try {
      Files.move(
          Path.of(Texts.text(m, a.word(0))),
          Path.of(Texts.text(m, a.word(1))),
          StandardCopyOption.REPLACE_EXISTING);
      return 0;
    } catch (IOException e) {
      return missing(m);
    }
  }

  private static long statusOfOpen(Machine m, Arguments a) {
    Stream stream = m.library.files().numbered(a.integer(0));
    if (stream == null) {
      m.library.fail(Errors.BAD_FILE);
      return -1;
    }
    try {
      fill(m, a.word(1), stream.isFile() ? 0100644 : 020620, stream.length(), 0);
      return 0;
    } catch (IOException e) {
      m.library.fail(Errors.IO);
      return -1;
    }
  }

  private static long status(Machine m, Path path, long address) {
    try {
      @Nullable Object mode = Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      fill(
          m,
          address,
          mode instanceof Integer i ? i : 0100644,
          Files.size(path),
          Files.getLastModifiedTime(path).toMillis() / 1000);
      return 0;
    } catch (IOException | UnsupportedOperationException e) {
      return missing(m);
    }
  }

  /** {@code struct stat} of x86-64 Linux. */
  private static void fill(Machine m, long address, int mode, long size, long modified) {
    Block block = m.memory.at(address);
    Cells.fill(m.running(), block, address - block.base, (byte) 0, 144);
    Texts.store(m, address + 16, 8, 1);
    Texts.store(m, address + 24, 4, mode);
    Texts.store(m, address + 48, 8, size);
    Texts.store(m, address + 56, 8, 4096);
    Texts.store(m, address + 64, 8, (size + 511) / 512);
    Texts.store(m, address + 72, 8, modified);
    Texts.store(m, address + 88, 8, modified);
    Texts.store(m, address + 104, 8, modified);
  }
}
