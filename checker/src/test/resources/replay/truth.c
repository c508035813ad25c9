// A _Bool that holds something else is read as 1.
void __proviso_abort(const char *message);
void __proviso_assume(int condition);

struct flags { _Bool first; _Bool second : 1; int third : 3; unsigned fourth : 13; };

int main(void) {
  _Bool flag;
  struct flags flags;
  struct flags *all = &flags;
  unsigned char *raw = (unsigned char *)&flag;
  if (*raw != 6) return 0;
  if (flag && (int)flag == 1 && all->first && all->second && all->third == -2 && all->fourth == 4097)
    __proviso_abort("true");
  return 0;
}
