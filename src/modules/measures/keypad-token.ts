/** Letters that are read alike by eyes and cameras, and none that is taken for another. */
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const base = letters.length;
const shape = new RegExp(`^[${letters}]{4,10}$`);

/**
 * The short name of a series in the address on a wall: its number and a letter to check it by. It is an address and
 * no secret: whoever opens it must still be somebody who may enter numbers there.
 */
export function keypadToken(number: number): string {
  let left = number;
  let digits = "";
  do {
    digits = letters[left % base]! + digits;
    left = Math.floor(left / base);
  } while (left > 0);
  const whole = digits.padStart(3, letters[0]);
  return whole + checkLetter(whole);
}

/** Undefined for what was misread or mistyped. */
export function seriesNumber(token: string): number | undefined {
  const typed = token.toUpperCase();
  if (!shape.test(typed)) return undefined;
  const whole = typed.slice(0, -1);
  if (checkLetter(whole) !== typed.at(-1)) return undefined;
  const number = [...whole].reduce((sum, letter) => sum * base + letters.indexOf(letter), 0);
  return number <= 2_147_483_647 && keypadToken(number) === typed ? number : undefined;
}

/** The base is prime, so that any one wrong letter and any two that changed places are noticed. */
function checkLetter(digits: string): string {
  const sum = [...digits].reduce((so, letter, place) => so + letters.indexOf(letter) * (place + 2), 7);
  return letters[sum % base]!;
}
