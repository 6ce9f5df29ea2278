const noText = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27);

/** What is wrong with a file that is not what its name says; undefined when it may be read. */
export function lyingType(name: string, bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isWorkbook = first === 0x50 && second === 0x4b;
  const saysWorkbook = /\.xls[xm]$/i.test(name);
  if (saysWorkbook && !isWorkbook)
    return "The selected file is no workbook, although its name says so: save it from Excel as .xlsx or .csv";
  // UTF-16, which Excel writes as "Unicode text", is full of zeros.
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!isWorkbook && !isWide && first !== 0xd0 && bytes.subarray(0, 4_000).some(noText))
    return "The selected file is neither a workbook nor text: choose an Excel, CSV or text file";
  return undefined;
}
