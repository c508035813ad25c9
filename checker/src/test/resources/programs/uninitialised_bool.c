// HOLDS
// What is read from a _Bool is 0 or 1, wherever its bits came from.
void __proviso_abort(const char *);
void *__proviso_new(unsigned long);
struct flags {
    _Bool first;
};
int main(void) {
    _Bool local;
    struct flags *flags = __proviso_new(sizeof *flags);
    int sum = local + flags->first;
    if (sum < 0 || sum > 2)
        __proviso_abort("");
    return 0;
}
