struct s { int a; unsigned f : 3; struct s *next; short v[4]; };
int g;
int f(int);

int order(int x) { return x + (x = 2) + g + f(x); }
int shortCircuit(struct s *p, int x) { int r = p && p->a > 1 || x; return r; }
int pureLogic(int x, int y) { return (x && !y) + (x > 1 || y); }
int choose(struct s *p, int x) { return x ? p->a : f(x); }
int *pick(int *a, int x) { return x ? a : 0; }
int elvis(int x) { return f(x) ?: 3; }
void bits(struct s *p) { int x = p->f = 9; p->f++; x = p->f + 1; }
long distance(short *a, struct s *p) { return &p->v[2] - a + (p->next - p); }
void pointers(char *c, struct s **q) { *c++ = 'x'; (*q)->v[1] += 2; c[-1] = *(c + 2); }
unsigned shifts(unsigned x, int n) { return x << 3 | x >> n | x << (n & 31) | x << 40; }
int divide(int a, int b, unsigned c) { return a / b + c % 7 + a / 2; }
double mixed(int x, float y, unsigned char c) { return x * y + (c << 1) / 2.0; }
unsigned char narrow(unsigned char a, int b) { a += b; return ~a; }
int toInt(double d) { return d; }
int compare(unsigned u, int i, long l) { return (u < i) + (u < l) + (i >= l); }
int sizes(struct s *p) { int a[3]; return sizeof a + sizeof(struct s) + sizeof p->v + __builtin_offsetof(struct s, v[1]); }
int statement(int x) { return ({ int y = x; y++; y * 2; }); }
int generic(char *c) { return _Generic(c, char *: 1, default: 2) + _Generic(1L, int: 3, long: 4); }
int comma(int a, int b) { return (a++, b += a, b); }
struct s whole(struct s a, struct s *b) { *b = a; return whole(*b, &a); }
int literal(void) { return ((struct s){ .a = 4 }).a + *(int[]){ 5, 6 } + "abc"[1]; }
