/** Time comes in as an argument; only the edges ask the clock. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
