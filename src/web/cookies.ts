/** Every cookie the service sets. The privacy page shows this list, and a test compares it with what is set. */
export const cookies: readonly { name: string; purpose: string; ends: string }[] = [
  {
    name: "__Host-session",
    purpose: "Keeps you signed in.",
    ends: "When you sign out, after 30 minutes without use, or after 12 hours",
  },
  {
    name: "__Host-code",
    purpose: "Remembers, between your password and your code, that the password was right.",
    ends: "When you enter the code, or after 10 minutes",
  },
  {
    name: "__Host-sign-on",
    purpose:
      "Makes sure that you come back from your organisation's sign-on in the browser in which you went there.",
    ends: "When you come back, or after 10 minutes",
  },
  {
    name: "__Host-phone",
    purpose:
      "Lets a phone enter numbers and notes in your name without signing in, if you asked for that on the phone.",
    ends: "When you end it, when you sign out on the phone, or after 90 days",
  },
];
