// Cells of no object are read: each time something else at a known place.
void __proviso_abort(const char *message);

int main(void) {
  volatile unsigned *status = (volatile unsigned *)0x4000;
  unsigned before = *status; // note: 0x4000, which is the address of no object, is read here
  *status = 1;
  if (before == 7 && *status == 9 && *(volatile unsigned char *)0x4004 == 3) __proviso_abort("as the device likes");
  return 0;
}
