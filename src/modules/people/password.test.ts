import { expect, test } from "vitest";
import { hashPassword, isPassword, passwordProblem } from "./password.ts";

test.each([
  ["short one", "Password must be 12 characters or more"],
  ["aaaaaaaaaaaaaaaa", "Password must have at least 5 different characters"],
  ["passwordpassword", "Password is one that many people use. Choose another, such as 3 words of your own"],
  ["Password123456!", "Password is one that many people use. Choose another, such as 3 words of your own"],
  ["demonstration", "Password is one that many people use. Choose another, such as 3 words of your own"],
  ["nwosu is my name", "Password must not hold your name or email address"],
  ["x".repeat(60) + "abcdefghijk".repeat(8), "Password must be 128 characters or fewer"],
])("%s is refused", (password, problem) => {
  expect(passwordProblem(password, ["asha", "nwosu"])).toBe(problem);
});

test.each([
  "three quiet otters",
  "kein Wort davon 7",
  "correct horse battery",
  "ÆØÅ æøå 12345",
  "dW9x!kQ2zz-Lm",
])("%s is taken, whatever letters it is made of", (password) =>
  expect(passwordProblem(password, ["asha", "nwosu"])).toBeUndefined(),
);

test("the same password is kept differently each time, and known again", async () => {
  const [one, other] = [await hashPassword("three quiet otters"), await hashPassword("three quiet otters")];
  expect(one).not.toBe(other);
  expect(await isPassword("three quiet otters", one)).toBe(true);
  expect(await isPassword("three quiet otter", one)).toBe(false);
});
