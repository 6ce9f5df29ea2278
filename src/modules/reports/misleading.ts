/** What a sentence in a board report should not do, each with why and what to write instead. */
const patterns: readonly { looksLike: RegExp; advice: string }[] = [
  {
    looksLike:
      /\b(rated|rating|status|is|are|was|were|now|turned|stays?)\b[^.]{0,12}\b(red|amber|green)\b|\bRAG\b/i,
    advice:
      "This speaks of red, amber or green. A colour says nothing of whether anything has changed: say what the chart shows.",
  },
  {
    looksLike:
      /\b(up|down|rose|fell|risen|fallen|increased?|decreased?|better|worse|higher|lower)\b[^.]{0,60}\b(last|previous|preceding|prior) (week|month|quarter|year|period|report)|\bcompared (to|with) (last|the previous|the same)\b|\byear[- ]on[- ]year\b|\bmonth[- ]on[- ]month\b/i,
    advice:
      "This compares 2 points. Two points always differ, mostly by chance: say whether there is a signal over the whole time.",
  },
  {
    looksLike: /[↑↓▲▼⬆⬇🔺🔻]/u,
    advice: "An arrow compares 2 points. Say in words whether there is a signal.",
  },
];

/** Advice on what was written. It never stands in the way. */
export function misleading(text: string): string[] {
  return patterns.filter(({ looksLike }) => looksLike.test(text)).map(({ advice }) => advice);
}
