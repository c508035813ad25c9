// Parts that overlap.
void __proviso_abort(const char *message);
unsigned __proviso_nondet_unsigned(void);

union word { unsigned whole; unsigned char part[4]; struct { unsigned short low, high; } half; };
static union word global;

int main(void) {
  union word local, copy;
  union word *pointer = &global;
  local.whole = __proviso_nondet_unsigned();
  copy = local;
  pointer->half.high = copy.half.low;
  if (local.part[1] == 0x12 && copy.half.high == 0x3456 && global.part[3] == 0x12 && global.whole == 0x12780000)
    __proviso_abort("bytes in order");
  return 0;
}
