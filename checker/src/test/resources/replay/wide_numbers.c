// 128 bits, signs, wrapping, conversions.
void __proviso_abort(const char *message);
long long __proviso_nondet_longlong(void);

int main(void) {
  __int128 wide = __proviso_nondet_longlong();
  unsigned __int128 unknown;
  signed char narrow = (signed char)wide;
  short negative = (short)(unsigned short)(wide >> 3);
  wide = (wide << 40) + 5;
  if ((unsigned long long)(unknown >> 64) != 5) return 0;
  if (narrow == -128 && negative < -30000 && (long long)(wide >> 64) == 77) __proviso_abort("large");
  return 0;
}
