// The same of a variable that has an address, the second time round.
void __proviso_abort(const char *message);
int __proviso_nondet_int(void);

static int use(int choice) {
  int *pointer = &choice;
  switch (choice) {
    int hidden;
    case 1:
      return hidden;
    default:
      pointer = &hidden;
      *pointer = choice;
  }
  return 0;
}

int main(void) {
  use(5);
  if (use(1) == 9) __proviso_abort("not what it was"); 
  return 0;
}
