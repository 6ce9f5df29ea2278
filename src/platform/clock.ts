/** Time comes in as an argument; only the edges ask the clock. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The day that it is now, for what is dated when an operator starts it. */
export const today = (): string => new Date().toISOString().slice(0, 10);
