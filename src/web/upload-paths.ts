/** Tells the addresses that take a file, from the paths that modules declare, such as "/plans/:id/files". */
export function uploadPaths(declared: readonly string[]): (path: string) => boolean {
  const patterns = declared.map((path) => new RegExp(`^${path.split("/").map(segment).join("/")}$`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function segment(part: string): string {
  return part.startsWith(":") ? "[^/]+" : part.replaceAll(/[^\w-]/g, String.raw`\$&`);
}
