// VIOLATED
// A defect that comes after many rounds of which each is known.
int __proviso_nondet_int(void);
void __proviso_abort(const char *);
int main(void) {
    unsigned queue[4];
    unsigned head = 0;
    unsigned sum = 0;
    int start = __proviso_nondet_int();
    for (unsigned i = 0; i < 300; i++) {
        queue[head] = i;
        head = (head + 1) % 4;
        sum += queue[(head + 3) % 4];
    }
    if (sum == 44850 && start == 17)
        __proviso_abort("");
    return 0;
}
