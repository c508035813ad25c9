// HOLDS
// The state of a protocol behind one pointer, which is handed on.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);
struct session { int id; int state; int hits; };
static void greet(struct session *s) { if (s->state == 10) s->state = 20; }
static void talk(struct session *peer) {
  while (__proviso_nondet_int()) peer->hits++;
  peer->state = peer->state == 20 ? 30 : 99;
}
static void serve(struct session *s) {
  int seen = 0;
  s->state = 10;
  while (s->state != 30) {
    if (s->state == 10) {
      greet(s);
      if (seen != 0) __proviso_abort("greeted twice");
      seen = 1;
    } else if (s->state == 20) {
      talk(s);
      if (seen != 1) __proviso_abort("talked to without a greeting");
      seen = 2;
    } else {
      __proviso_abort("no such state");
    }
  }
  if (seen != 2) __proviso_abort("left early");
}
int main(void) {
  struct session *s;
  serve(s);
  return 0;
}
