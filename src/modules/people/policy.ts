import { isLive, type SessionTimes } from "./session-times.ts";

export const mayUseSession = (times: SessionTimes, at: Date): boolean => isLive(times, at);

/** How long things are kept after they have done their work. */
export const keptFor = { submissionsDays: 7, attemptsDays: 1, invitationsDays: 90, mailsDays: 30 };

export const mayBecomePersona = (user: { persona: string | null }): boolean => user.persona !== null;
