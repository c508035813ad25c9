// Objects of the environment: a list that may be a ring, and another type's object that is none of it.
void __proviso_abort(const char *message);
void *__proviso_external(void);

struct node { int value; struct node *next; };
struct other { struct node *nodes; long count; void *context; };

int main(void) {
  struct node *a = (struct node *)__proviso_external();
  struct other *b = (struct other *)__proviso_external();
  struct node *c = (struct node *)__proviso_external();
  if (!a || !b || !c || !b->nodes || !a->next || !a->next->next) return 0;
  if (b->nodes != a->next) return 0;
  b->count = 12;
  a->next->value = 77;
  if (a->next->next == a && c == b->nodes && c->value == 77 && b->count == 12 && a->value == 5
      && b->context == (void *)b->nodes) return 0;
  if (a->next->next == a && c == b->nodes && c->value == 77 && b->count == 12 && a->value == 5)
    __proviso_abort("a ring of two");
  return 0;
}
