// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.Expression.Literal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Bytes to text: UTF-8, or UTF-16 with a byte order mark (as Windows editors write it). Bytes that
 * are no UTF-8, as in files of older encodings, become code points of their own ({@link
 * Literal#STRAY_BYTES}), so that strings hold just what the file does.
 */
final class Decoder {
  private Decoder() {}

  /** Empty for a file that is no text. */
  static Optional<String> read(Path file) throws IOException {
    return decode(Files.readAllBytes(file));
  }

  static Optional<String> decode(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    for (byte b : bytes) {
      if (b == 0) {
        return Optional.empty();
      }
    }
    return Optional.of(decode(bytes, start));
  }

  private static String decode(byte[] bytes, int start) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start + 1);
    for (CoderResult result = decoder.decode(in, out, true);
        !result.isUnderflow();
        result = decoder.decode(in, out, true)) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (Literal.STRAY_BYTES + (in.get() & 0xFF)));
      }
    }
    return out.flip().toString();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
