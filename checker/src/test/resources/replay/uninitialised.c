// A local, one in memory, an element of a small array, one of a large array, and one that escapes.
void __proviso_abort(const char *message);
void __proviso_assume(int condition);

static int *kept;

static int look(int *place) { return *place; }

int main(void) {
  int plain;
  int addressed;
  struct { char tag; int value; } pair;
  int small[4];
  int large[100];
  int escaping;
  kept = &escaping;
  if (plain != 11) return 0; // note: the variable `plain` is read here, and was never written
  if (look(&addressed) != 22) return 0;
  if (pair.value != 33) return 0;
  if (small[plain - 9] != 44) return 0;
  if (large[plain + 60] != 55) return 0;
  if (*kept != 66) return 0;
  if (plain == 11 && addressed == 22 && pair.value == 33 && small[2] == 44 && large[71] == 55 && escaping == 66)
    __proviso_abort("all as chosen");
  return 0;
}
