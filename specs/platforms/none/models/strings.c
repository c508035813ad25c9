/* SPDX-License-Identifier: Apache-2.0 */
/* Strings, byte by byte. */
#include <string.h>

/* The front end knows these three by name; the bodies are for calls through pointers. */
void *memcpy(void *to, const void *from, size_t count) {
  return __builtin_memcpy(to, from, count);
}

void *memmove(void *to, const void *from, size_t count) {
  return __builtin_memmove(to, from, count);
}

void *memset(void *object, int value, size_t count) {
  return __builtin_memset(object, value, count);
}

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *a = (const unsigned char *)left;
  const unsigned char *b = (const unsigned char *)right;
  for (size_t i = 0; i < count; i++) {
    if (a[i] != b[i]) {
      return a[i] < b[i] ? -1 : 1;
    }
  }
  return 0;
}

void *memchr(const void *object, int value, size_t count) {
  const unsigned char *bytes = (const unsigned char *)object;
  for (size_t i = 0; i < count; i++) {
    if (bytes[i] == (unsigned char)value) {
      return (void *)(bytes + i);
    }
  }
  return NULL;
}

size_t strlen(const char *text) {
  size_t length = 0;
  while (text[length] != 0) {
    length++;
  }
  return length;
}

size_t strnlen(const char *text, size_t limit) {
  size_t length = 0;
  while (length < limit && text[length] != 0) {
    length++;
  }
  return length;
}

char *strcpy(char *to, const char *from) {
  size_t i = 0;
  do {
    to[i] = from[i];
  } while (from[i++] != 0);
  return to;
}

char *strncpy(char *to, const char *from, size_t count) {
  size_t i = 0;
  while (i < count && from[i] != 0) {
    to[i] = from[i];
    i++;
  }
  while (i < count) {
    to[i++] = 0;
  }
  return to;
}

char *strcat(char *to, const char *from) {
  strcpy(to + strlen(to), from);
  return to;
}

char *strncat(char *to, const char *from, size_t count) {
  char *end = to + strlen(to);
  size_t i = 0;
  while (i < count && from[i] != 0) {
    end[i] = from[i];
    i++;
  }
  end[i] = 0;
  return to;
}

int strcmp(const char *left, const char *right) {
  size_t i = 0;
  while (left[i] != 0 && left[i] == right[i]) {
    i++;
  }
  return (int)(unsigned char)left[i] - (int)(unsigned char)right[i];
}

int strncmp(const char *left, const char *right, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (left[i] != right[i] || left[i] == 0) {
      return (int)(unsigned char)left[i] - (int)(unsigned char)right[i];
    }
  }
  return 0;
}

char *strchr(const char *text, int c) {
  size_t i = 0;
  while (text[i] != (char)c) {
    if (text[i] == 0) {
      return NULL;
    }
    i++;
  }
  return (char *)text + i;
}

char *strrchr(const char *text, int c) {
  char *found = NULL;
  size_t i = 0;
  do {
    if (text[i] == (char)c) {
      found = (char *)text + i;
    }
  } while (text[i++] != 0);
  return found;
}

char *strstr(const char *text, const char *part) {
  size_t length = strlen(part);
  for (size_t i = 0;; i++) {
    if (strncmp(text + i, part, length) == 0) {
      return (char *)text + i;
    }
    if (text[i] == 0) {
      return NULL;
    }
  }
}

size_t strspn(const char *text, const char *set) {
  size_t length = 0;
  while (text[length] != 0 && strchr(set, text[length]) != NULL) {
    length++;
  }
  return length;
}

size_t strcspn(const char *text, const char *set) {
  size_t length = 0;
  while (text[length] != 0 && strchr(set, text[length]) == NULL) {
    length++;
  }
  return length;
}

char *strpbrk(const char *text, const char *set) {
  size_t length = strcspn(text, set);
  return text[length] == 0 ? NULL : (char *)text + length;
}

static char *rest_of_tokens;

char *strtok(char *text, const char *separators) {
  char *token = text == NULL ? rest_of_tokens : text;
  char *end;
  if (token == NULL) {
    return NULL;
  }
  token += strspn(token, separators);
  if (*token == 0) {
    rest_of_tokens = NULL;
    return NULL;
  }
  end = token + strcspn(token, separators);
  rest_of_tokens = *end == 0 ? NULL : end + 1;
  *end = 0;
  return token;
}

int strcoll(const char *left, const char *right) {
  return strcmp(left, right);
}
