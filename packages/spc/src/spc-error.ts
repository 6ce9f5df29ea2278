/** The one error this package throws: something was asked for that has no meaning. `option` names it. */
export class SpcError extends Error {
  override readonly name = "SpcError";
  readonly option: string;

  constructor(option: string, because: string) {
    super(`${option}: ${because}`);
    this.option = option;
  }
}

/** Refuses a list that does not go with the others, entry for entry. */
export function checkLength(option: string, list: ArrayLike<unknown>, wanted: number): void {
  if (list.length !== wanted) throw new SpcError(option, `${list.length} given for ${wanted}`);
}
