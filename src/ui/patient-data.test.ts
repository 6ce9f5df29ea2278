import { describe, expect, it } from "vitest";
import { findPatientData, isNhsNumber } from "./patient-data.ts";

/** The same numbers on every run, so that a failure can be looked at. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function pick<T>(roll: (below: number) => number, from: readonly T[]): T {
  return from[roll(from.length)]!;
}

function checkDigit(nine: string): number {
  const sum = Array.from(nine).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  return (11 - (sum % 11)) % 11;
}

function nhsNumber(roll: (below: number) => number): string {
  for (;;) {
    const nine = Array.from({ length: 9 }, (_, place) => (place === 0 ? 1 + roll(9) : roll(10))).join("");
    const check = checkDigit(nine);
    if (check < 10 && !/^(\d)\1{8}$/.test(nine)) return `${nine}${check}`;
  }
}

const ways: readonly ((number: string) => string)[] = [
  (n) => n,
  (n) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
  (n) => `${n.slice(0, 3)}-${n.slice(3, 6)}-${n.slice(6)}`,
  (n) => `${n.slice(0, 3)} ${n.slice(3)}`,
  (n) => `${n.slice(0, 6)} ${n.slice(6)}`,
  (n) => `${n.slice(0, 3)}\u00A0${n.slice(3, 6)}\u00A0${n.slice(6)}`,
  (n) => `${n.slice(0, 3)} – ${n.slice(3, 6)} – ${n.slice(6)}`,
  (n) => `${n.slice(0, 3)}.${n.slice(3, 6)}.${n.slice(6)}`,
  (n) => `${n.slice(0, 5)} ${n.slice(5)}`,
  (n) => `${n.slice(0, 3)}  ${n.slice(3, 6)}  ${n.slice(6)}`,
];

const around: readonly ((written: string) => string)[] = [
  (n) => n,
  (n) => `NHS number ${n}`,
  (n) => `NHS no: ${n}.`,
  (n) => `NHSno:${n}`,
  (n) => `The fall of Mrs P (${n}) on Oak ward was the third this week.`,
  (n) => `Spoke to the family of ${n}, who agreed.`,
  (n) => `Bed 4 ${n}`,
  (n) => `Seen 12/04: ${n}; 3 others not seen`,
  (n) => `First line\n${n}\nlast line`,
  (n) => `"${n}"`,
  (n) => `pt/${n}/fall`,
];

const words =
  "we tried a huddle at the start of each shift and counted how many people had their risk written down before noon then asked the night team what they would change about handover and whether the form helped".split(
    " ",
  );

const figures: readonly ((roll: (below: number) => number) => string)[] = [
  (roll) => `0${1000 + roll(9000)} ${100_000 + roll(900_000)}`,
  (roll) => `020 ${1000 + roll(9000)} ${1000 + roll(9000)}`,
  (roll) => `07${100 + roll(900)} ${100_000 + roll(900_000)}`,
  (roll) => `+44 7${100 + roll(900)} ${100_000 + roll(900_000)}`,
  (roll) => `+44 (0)1${100 + roll(900)} ${100_000 + roll(900_000)}`,
  (roll) => `£${1 + roll(900)},${100 + roll(900)},${100 + roll(900)}`,
  (roll) => `£${100_000 + roll(9_000_000)}`,
  (roll) => `${roll(100)}.${roll(10)}%`,
  (roll) => `${1 + roll(28)} ${pick(roll, ["January", "April", "September", "December"])} ${2015 + roll(12)}`,
  (roll) => `${1 + roll(28)}/${1 + roll(12)}/${2015 + roll(12)}`,
  (roll) => `${2015 + roll(12)}-0${1 + roll(9)}-${10 + roll(18)}`,
  (roll) => `${2015 + roll(10)} to ${2025 + roll(5)}`,
  (roll) => `${2015 + roll(10)}/${16 + roll(10)}`,
  (roll) => `${roll(24)}:${10 + roll(49)}`,
  (roll) => Array.from({ length: 12 }, () => roll(40)).join(" "),
  (roll) => Array.from({ length: 5 }, () => 10 + roll(90)).join(" "),
  (roll) => Array.from({ length: 8 }, () => roll(400)).join(", "),
  (roll) => `R${pick(roll, ["A", "B", "X"])}${roll(10)}${roll(10)}`,
  (roll) => `Y${10_000 + roll(90_000)}`,
  (roll) => `DATIX-${100_000 + roll(900_000)}`,
  (roll) => `version ${roll(10)}.${roll(20)}.${roll(9)}`,
  (roll) => `${roll(900)} of ${1000 + roll(9000)} people`,
  (roll) => `wards ${1 + roll(30)}, ${1 + roll(30)} and ${1 + roll(30)}`,
  (roll) => `NG${1 + roll(20)} ${1 + roll(9)}AB`,
  (roll) => `https://example.nhs.uk/page?id=${10_000 + roll(90_000)}`,
];

function ordinary(roll: (below: number) => number): string {
  const length = 3 + roll(30);
  const text = Array.from({ length }, () => pick(roll, words));
  for (let count = roll(4); count > 0; count--) text.splice(roll(text.length), 0, pick(roll, figures)(roll));
  return text.join(" ");
}

describe("an NHS number", () => {
  it.each(["9434765919", "4010232137", "9876543210"])("%s passes the check", (number) => {
    expect(isNhsNumber(number)).toBe(true);
  });

  it.each([
    "9434765918",
    "943476591",
    "94347659190",
    "0000000000",
    "1111111111",
    "943 476 5919",
    "1234567890",
  ])("%s does not", (number) => {
    expect(isNhsNumber(number)).toBe(false);
  });

  it("is caught in at least 99 of 100 texts that hold one", () => {
    const roll = dice(1948);
    const planted = Array.from({ length: 10_000 }, () => {
      const written = pick(roll, ways)(nhsNumber(roll));
      const text = pick(roll, around)(written);
      return roll(2) ? `${ordinary(roll)} ${text}` : text;
    });
    const missed = planted.filter((text) => findPatientData(text) !== "an NHS number");
    expect(missed.slice(0, 5)).toEqual([]);
    expect(missed.length / planted.length).toBeLessThanOrEqual(0.01);
  });
});

describe("an ordinary text", () => {
  it("is left alone in at least 995 of 1,000 cases", () => {
    const roll = dice(2026);
    const texts = Array.from({ length: 10_000 }, () => ordinary(roll));
    const wrong = texts.filter((text) => findPatientData(text) !== undefined);
    expect(wrong.length / texts.length, wrong.slice(0, 5).join("\n")).toBeLessThanOrEqual(0.005);
  });
});

describe("a date of birth", () => {
  it.each([
    "DOB 12/03/1957",
    "dob: 3.4.2019",
    "D.O.B. 12-03-57",
    "date of birth: 12 March 2015",
    "She was born on 2nd of May 1961 in Leeds",
    "born 1990-01-31",
    "Mr K, 12/03/1957, fell twice",
    "admitted again (31 Dec 1944)",
    "1938-11-05",
    "March 3, 1971",
  ])("is caught: %s", (text) => {
    expect(findPatientData(text)).toBe("a date of birth");
  });

  it.each([
    "Started on 12/03/2024",
    "12 March 2026",
    "between 1998 and 2004",
    "by 31 March 2027",
    "since 1948",
    "born leaders are rare",
    "2026-04-01",
    "1/2 of 1957 people",
  ])("is not seen in: %s", (text) => {
    expect(findPatientData(text)).toBeUndefined();
  });
});

describe("initials beside a ward or a bed", () => {
  it.each([
    "JS on Ward 7 fell twice",
    "J.S. on ward 7",
    "Spoke to A.B., bed 12.",
    "AB in the bay 3 was given the leaflet",
    "M J K from Ward 12a",
    "Ward 7: JS",
    "bed 12 (AB) had none",
    "Tea for JS, room 4",
  ])("are seen in %j", (text) => {
    expect(findPatientData(text)).toBe("initials and a ward or bed");
  });

  it.each([
    "QI on Ward 7 began in May",
    "HCA on ward 7 asks at each round",
    "The MDT, Ward 7 and the pharmacist",
    "Ward 7: VTE checks before noon",
    "ward 7 and JS Bach on the radio",
    "PDSA 3 on ward 12",
    "We tried it on Ward 7 AND on Ward 8",
    "The ICU in room 4",
    "JS led the huddle",
    "A bed 12 hours earlier",
    "I was on ward 7",
  ])("are not seen in %j", (text) => {
    expect(findPatientData(text)).toBeUndefined();
  });
});
