// VIOLATED
// That the copied byte is 5 is no approximation.
int __proviso_nondet_int(void);
void __proviso_abort(const char *);
void *memcpy(void *, const void *, unsigned long);
void *memset(void *, int, unsigned long);
int main(void) {
    unsigned char from[8];
    unsigned char to[8];
    int n = __proviso_nondet_int();
    if (n < 1 || n > 7)
        return 0;
    memset(from, 5, (unsigned long)n);
    memcpy(to, from + 1, (unsigned long)n);
    if (n > 2 && to[1] == 5)
        __proviso_abort("");
    return 0;
}
