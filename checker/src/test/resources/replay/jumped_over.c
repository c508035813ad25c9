// A declaration that a jump passes by.
void __proviso_abort(const char *message);
int __proviso_nondet_int(void);

int main(void) {
  int choice = __proviso_nondet_int();
  switch (choice) {
    int hidden;
    int *pointer;
    case 1:
      if (hidden == 8) __proviso_abort("never set");
      break;
    default:
      hidden = 1;
      pointer = &hidden;
      choice = *pointer;
  }
  return choice;
}
