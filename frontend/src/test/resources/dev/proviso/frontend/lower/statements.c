int g, f(int);

int loops(int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) {
    if (i == 3)
      continue;
    do {
      sum += i;
    } while (f(sum) && sum < 9);
    while (1) {
      if (g)
        break;
    }
  }
  return sum;
}

int choice(int x) {
  switch (x) {
  case 1:
    g = 1;
  case 2 ... 4:
    g = 2;
    break;
  case 'a':
    return 7;
  default:
    if (x > 100) {
  case 50:
      g = 50;
    }
  }
  return g;
}

int jump(int x) {
again:
  if (x-- > 0)
    goto again;
  if (!(x < -1 || g))
    goto out;
  g = 2;
out:
  return x;
}

int chain(int x) {
  if (x == 1) {
    return 1;
  } else if (x == 2) {
    g = 4;
  } else {
    g = 5;
  }
}

void uninitialised(void) {
  int x, y = 2, *p = &y;
  static int calls = 3;
  calls++;
  g = x + *p;
}

int lengths(int n) {
  char a[n + 1];
  a[0] = 1;
  return sizeof a;
}

int computed(int x) {
  static void *table[] = {&&one, &&two};
  goto *table[x];
one:
  return 1;
two:
  return 2;
}
