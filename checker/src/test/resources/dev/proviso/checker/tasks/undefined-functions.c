/* SPDX-License-Identifier: Apache-2.0 */
/* A function that nobody defines returns anything. It changes nothing and calls nobody. */
extern void reach_error(void);
struct operations {
  int (*open)(int *state);
};
int known = 1;
int install(struct operations *operations, int *state);

static int on_open(int *state) {
  *state = 2;
  reach_error();
  return 0;
}
static struct operations operations = {on_open};

int main(void) {
  int state = 0;
  if (install(&operations, &state) == 5 && (state != 0 || known != 1)) {
    reach_error();
  }
  return 0;
}
