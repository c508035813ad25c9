// A _Bool that was filled with bytes is read as 1, known as they are.
void __proviso_abort(const char *message);
void *memset(void *to, int value, __SIZE_TYPE__ size);

struct flags { _Bool first; char name[3]; };
static struct flags global;

int main(void) {
  struct flags local;
  memset(&global, 2, sizeof global);
  memset(&local, 8, sizeof local);
  if (global.first + local.first == 2) __proviso_abort("two of them");
  return 0;
}
