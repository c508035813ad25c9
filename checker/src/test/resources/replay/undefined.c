// Functions that nobody defined give anything, write what they are handed, and call back.
void __proviso_abort(const char *message);

struct request { int kind; char name[6]; };
struct node { int value; struct node *next; };

int ask(int *place, struct request *request);
void later(void (*callback)(int), int number);
struct node *find(void);
extern int setting;

static int called;

static void back(int number) { called += number; }

int main(void) {
  int place = 1;
  struct request request = {0, ""};
  int got = ask(&place, &request);
  if (got != 5 || place != 6 || request.kind != 7 || request.name[5] != 'x' || setting != 12) return 0;
  later(back, 3);
  struct node *found = find();
  if (!found || found->value != 9 || found->next != found) return 0;
  if (called != 0) __proviso_abort("called back, once or more often");
  return 0;
}
