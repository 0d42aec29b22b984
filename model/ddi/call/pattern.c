/* SPDX-License-Identifier: MIT */
#include "ddi/call/pattern.h"

#include <string.h>

bool dxgmap_ddi_pattern_meets(const char *pattern, const char *word)
{
  const char *star = NULL, *again = NULL;
  while (*word != '\0') {
    if (*pattern == '*') {
      star = pattern++;
      again = word;
    } else if (*pattern == *word) {
      pattern++;
      word++;
    } else if (star != NULL) {
      pattern = star + 1;
      word = ++again;
    } else {
      return false;
    }
  }
  while (*pattern == '*') {
    pattern++;
  }
  return *pattern == '\0';
}

bool dxgmap_ddi_pattern_meets_cause(const char *pattern, const char *name)
{
  static const char common[] = "DXGMAP_";
  size_t length = sizeof(common) - 1;
  bool longer = strncmp(name, common, length) == 0;
  return dxgmap_ddi_pattern_meets(pattern, name) || (longer && dxgmap_ddi_pattern_meets(pattern, name + length));
}

bool dxgmap_ddi_pattern_meets_rule(const char *pattern, const char *rules)
{
  static const char decision[] = "decision ";
  size_t length = sizeof(decision) - 1;
  bool by_number = strncmp(pattern, decision, length) == 0;
  bool decisions = false;
  for (const char *at = rules; *at != '\0';) {
    char word[64];
    size_t letters = strcspn(at, " ,;()");
    size_t part = letters < sizeof(word) - 1 ? letters : sizeof(word) - 1;
    memcpy(word, at, part);
    word[part] = '\0';
    decisions = decisions || strncmp(word, "decision", length - 1) == 0;
    if (part > 0 && (by_number ? decisions && dxgmap_ddi_pattern_meets(pattern + length, word)
                               : dxgmap_ddi_pattern_meets(pattern, word))) {
      return true;
    }
    at += letters;
    at += strspn(at, " ,;()");
  }
  return false;
}
