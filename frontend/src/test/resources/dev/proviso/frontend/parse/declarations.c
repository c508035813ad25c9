typedef int T;
extern const volatile unsigned long a, *b[3];
static T (*callback)(T, char *const), (*table[2])(void);
int (*choose(int which))(double);
register_me();
int old(x, y, z) char *x; short y; { return 0; }
int empty(), none(void), many(int first, ...);
struct S { int a : 3, : 2; T *b; union { int x; struct { char y; }; }; enum E { ONE, TWO = 5 } e; } s1, *s2;
union U;
int m[2][3] = { [0] = { 1, [2] = 2 }, [1 ... 1] = { 3 } };
struct S s3 = { .b = 0, .e = TWO, { 4 }, x: 5 };
void arrays(int p[], int q[static 4], int r[const *], int n, int v[n][n]);
_Static_assert(sizeof(T) == 4, "T");
typedef struct Node { struct Node *next; } Node;
restrict_me(char *restrict p);
;
inline static int twice(int n) { return 2 * n; }
