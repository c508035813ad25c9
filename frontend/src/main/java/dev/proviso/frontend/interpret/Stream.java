// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** An open file, or one of the three streams that a program starts with. */
final class Stream {
  private static final int BUFFER = 1 << 15;

  private final @Nullable InputStream in;
  private final @Nullable OutputStream out;
  private final @Nullable RandomAccessFile file;
  private final boolean isAppending;
  private final byte[] buffer = new byte[BUFFER];
  private final Deque<Integer> pushedBack = new ArrayDeque<>();
  private int position;
  private int filled;
  private boolean isWriting;
  boolean atEnd;
  boolean failed;

  /** Whether others know it by a number; closing that closes it. */
  boolean isClosed;

  Stream(@Nullable InputStream in, @Nullable OutputStream out) {
    this.in = in;
    this.out = out;
    this.file = null;
    this.isAppending = false;
  }

  Stream(RandomAccessFile file, boolean isAppending) {
    this.in = null;
    this.out = null;
    this.file = file;
    this.isAppending = isAppending;
  }

  boolean isFile() {
    return file != null;
  }

  /** The next byte, or -1. */
  int read() {
    Integer back = pushedBack.poll();
    if (back != null) {
      return back;
    }
    try {
      if (isWriting) {
        flush();
      }
      if (position == filled && !fill()) {
        atEnd = true;
        return -1;
      }
      return buffer[position++] & 255;
    } catch (IOException e) {
      failed = true;
      return -1;
    }
  }

  private boolean fill() throws IOException {
    isWriting = false;
    position = 0;
    int count =
        in != null ? in.read(buffer) : file != null ? file.read(buffer, 0, buffer.length) : -1;
    filled = Math.max(count, 0);
    return filled > 0;
  }

  void unread(int c) {
    pushedBack.push(c);
    atEnd = false;
  }

  boolean write(int c) {
    try {
      prepareToWrite();
      if (position == buffer.length) {
        flush();
        isWriting = true;
      }
      buffer[position++] = (byte) c;
      return true;
    } catch (IOException e) {
      failed = true;
      return false;
    }
  }

  boolean write(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (!write(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private void prepareToWrite() throws IOException {
    if (!isWriting) {
      if (out == null && file == null) {
        throw new IOException("not open for writing");
      }
      if (file != null) {
        file.seek(tell());
      }
      pushedBack.clear();
      position = 0;
      filled = 0;
      isWriting = true;
    }
  }

  void flush() throws IOException {
    if (isWriting) {
      int count = position;
      position = 0;
      filled = 0;
      isWriting = false;
      if (out != null) {
        out.write(buffer, 0, count);
        out.flush();
      } else if (file != null) {
        if (isAppending) {
          file.seek(file.length());
        }
        file.write(buffer, 0, count);
      }
    }
  }

  long tell() throws IOException {
    if (file == null) {
      return -1;
    }
    return isWriting
        ? file.getFilePointer() + position
        : file.getFilePointer() - (filled - position) - pushedBack.size();
  }

  /** Returns false where that is no place. */
  boolean seek(long offset, int origin) throws IOException {
    if (file == null) {
      return false;
    }
    flush();
    long target =
        switch (origin) {
          case 0 -> offset;
          case 1 -> tell() + offset;
          default -> file.length() + offset;
        };
    if (target < 0) {
      return false;
    }
    pushedBack.clear();
    position = 0;
    filled = 0;
    atEnd = false;
    file.seek(target);
    return true;
  }

  long length() throws IOException {
    flush();
    return file == null ? 0 : file.length();
  }

  void truncate(long length) throws IOException {
    flush();
    if (file != null) {
      file.setLength(length);
    }
  }

  void close() throws IOException {
    flush();
    isClosed = true;
    if (file != null) {
      file.close();
    }
  }
}
