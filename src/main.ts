import { BadSetting, parseConfig } from "#platform/config.ts";
import { commands } from "./operator/commands.ts";

/** One entry for the program and for everything an operator asks of it. */
export async function main(command: string, args: string[]): Promise<void> {
  try {
    const run = commands[command];
    if (!run)
      throw new BadSetting(
        `There is no command "${command}"; there are: ${Object.keys(commands).join(", ")}.`,
      );
    await run(parseConfig(process.env), args);
  } catch (error) {
    console.error(sentenceFor(error));
    process.exitCode = 1;
  }
}

/** An operator gets one sentence for what they can mend, and the whole trace for what only we can. */
function sentenceFor(error: unknown): unknown {
  const expected = error instanceof Error && error.constructor !== Error && !(error instanceof TypeError);
  return expected ? error.message : error;
}
