// VIOLATED
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int main(void) { unsigned char c = (unsigned char) __proviso_nondet_int(); c++; if (c == 0) __proviso_abort("wraps"); return 0; }
