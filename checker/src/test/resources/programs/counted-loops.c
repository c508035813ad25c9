// HOLDS
// Each loop counts up to a bound that is not known: that both counters are alike is nowhere said.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);

int main(void) {
  int i, first = __proviso_nondet_int(), second = __proviso_nondet_int(), third = __proviso_nondet_int();
  int a = 0, b = 0, c = 0;

  for (i = 0; i < first; i++)
    a++;
  if (first >= 0 && a != first)
    __proviso_abort("the first count is wrong");
  for (i = 0; i < second; i++)
    b++;
  if (second >= 0 && b != second)
    __proviso_abort("the second count is wrong");
  for (i = 0; i < third; i++)
    c++;
  if (third >= 0 && c != third)
    __proviso_abort("the third count is wrong");
  return 0;
}
