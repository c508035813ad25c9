// HOLDS
// Bytes that are set or copied in any number: those inside are what was written, the others stay.
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
    to[7] = 9;
    memset(from, 5, (unsigned long)n);
    memcpy(to, from, (unsigned long)n);
    if (to[n - 1] != 5 || to[7] != 9)
        __proviso_abort("");
    return 0;
}
