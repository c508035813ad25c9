// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import org.eclipse.cdt.core.parser.IToken;
import org.jspecify.annotations.Nullable;

/** A token that the preprocessor did not make, standing where others stood. */
final class SyntheticToken implements IToken {
  private int type;
  private final String image;
  private final int offset;
  private final int endOffset;
  private @Nullable IToken next;

  SyntheticToken(int type, String image, IToken instead) {
    this(type, image, instead.getOffset(), instead.getEndOffset());
  }

  SyntheticToken(int type, String image, int offset, int endOffset) {
    this.type = type;
    this.image = image;
    this.offset = offset;
    this.endOffset = endOffset;
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public void setType(int newType) {
    type = newType;
  }

  @Override
  public String getImage() {
    return image;
  }

  @Override
  public char[] getCharImage() {
    return image.toCharArray();
  }

  @Override
  public int getOffset() {
    return offset;
  }

  @Override
  public int getLength() {
    return endOffset - offset;
  }

  @Override
  public int getEndOffset() {
    return endOffset;
  }

  @Override
  public @Nullable IToken getNext() {
    return next;
  }

  @Override
  public void setNext(@Nullable IToken token) {
    next = token;
  }

  @Override
  @SuppressWarnings("deprecation") // the interface asks for it
  public boolean isOperator() {
    return false;
  }
}
