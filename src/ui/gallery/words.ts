/** Words for specimens, as long as real ones can get. */
export const longTitle =
  "Reducing avoidable harm from falls, pressure damage and missed medicines on every adult ward";

export const longSentence =
  "Before each shift the team met for five minutes at the board, went through the three people most at risk, and agreed who would look in on them and how often.";

export const longText = `${longSentence} After two weeks the night team asked for the same, because handover had become shorter and calmer. Nobody had planned for that. It was written down as a surprise, tested on two more wards, and kept on one of them, where it still runs today without anybody from the project.`;

export function many<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
