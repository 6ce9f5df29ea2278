import { hashPassword as hash, verifyPassword as verify } from "better-auth/crypto";

/** scrypt, memory-hard, with a salt of its own for each password. */
export const hashPassword = (password: string): Promise<string> => hash(password);

export const isPassword = (password: string, kept: string): Promise<boolean> =>
  verify({ password, hash: kept });

export const shortestPassword = 12;
export const longestPassword = 128;

/** Long enough, and still among the first that anybody would try. */
const tooCommon = [
  "password",
  "passw0rd",
  "qwertyuiop",
  "qwerty",
  "letmein",
  "welcome",
  "administrator",
  "throughline",
  "hospital",
  "nationalhealth",
  "iloveyou",
  "abcdefgh",
  "demonstration",
  "1234",
  "0123",
  "monday",
  "football",
  "liverpool",
  "arsenal",
  "chelsea",
  "summer",
  "winter",
  "autumn",
  "spring",
];

/** What is wrong with a new password, in words; nothing when it will do. No rule about kinds of letters. */
export function passwordProblem(password: string, about: readonly string[] = []): string | undefined {
  if (password.length < shortestPassword) return `Password must be ${shortestPassword} characters or more`;
  if (password.length > longestPassword) return `Password must be ${longestPassword} characters or fewer`;
  if (new Set(password).size < 5) return "Password must have at least 5 different characters";
  if (isCommon(password))
    return "Password is one that many people use. Choose another, such as 3 words of your own";
  if (
    about.some((word) => word.length > 3 && plain(password).includes(plain(word)) && password.length < 20)
  ) {
    return "Password must not hold your name or email address";
  }
  return undefined;
}

/** One common word, once or again and again, with only digits and signs around it. */
function isCommon(password: string): boolean {
  const letters = plain(password);
  return tooCommon.some((word) => letters.includes(word) && !/\p{L}/u.test(letters.replaceAll(word, "")));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s/g, "");
}
