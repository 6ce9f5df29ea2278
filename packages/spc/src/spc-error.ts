/** The one error this package throws: something was asked for that has no meaning. `option` names it. */
export class SpcError extends Error {
  override readonly name = "SpcError";
  readonly option: string;

  constructor(option: string, because: string) {
    super(`${option}: ${because}`);
    this.option = option;
  }
}
