/* SPDX-License-Identifier: Apache-2.0 */
/* What they return is arbitrary, each time. So is what an uninitialised object holds that they are handed. */
extern void reach_error(void);
int level(void);
void fill(int *object);

int main(void) {
  int first = level();
  int object;
  fill(&object);
  if (level() != first && object == 77) {
    reach_error();
  }
  return 0;
}
