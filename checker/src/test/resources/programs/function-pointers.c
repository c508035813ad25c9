// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int state;
void on(void) { state = 1; } void off(void) { state = 0; }
struct ops { void (*start)(void); void (*stop)(void); } table = { on, off };
int main(void) { struct ops *o = &table; o->start(); if (state != 1) __proviso_abort("on"); o->stop(); if (state != 0) __proviso_abort("off"); return 0; }
