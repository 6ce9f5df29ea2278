/** Every cookie the service sets. The privacy page shows this list, and a test compares it with what is set. */
export const cookies: readonly { name: string; purpose: string; ends: string }[] = [
  {
    name: "__Host-session",
    purpose: "Keeps you signed in.",
    ends: "When you sign out, after 30 minutes without use, or after 12 hours",
  },
];
