import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { name: string; content: Uint8Array | string };

const deflated = 8;
const utf8Names = 0x0800;
/** 1 January 1980, where the format's calendar begins: the same content makes the same bytes on any day. */
const firstDay = 0x0021;

/** Packs files in the order given. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = pack(name, typeof content === "string" ? Buffer.from(content) : content);
    directory.push(directoryEntry(packed, offset));
    const header = localHeader(packed);
    parts.push(header, packed.data);
    offset += header.length + packed.data.length;
  }
  const listed = Buffer.concat(directory);
  return new Uint8Array(
    Buffer.concat([...parts, listed, endOfDirectory(entries.length, listed.length, offset)]),
  );
}

type Packed = { name: Buffer; data: Buffer; crc: number; size: number };

function pack(name: string, content: Uint8Array): Packed {
  return {
    name: Buffer.from(name),
    data: deflateRawSync(content),
    crc: crc32(content),
    size: content.length,
  };
}

/** What a file's own header and its line in the directory have in common, from "version needed" on. */
function sharedFields({ name, data, crc, size }: Packed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(utf8Names, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localHeader(packed: Packed): Buffer {
  return Buffer.concat([Buffer.from("PK\u0003\u0004"), sharedFields(packed), packed.name]);
}

function directoryEntry(packed: Packed, offset: number): Buffer {
  const madeBy = Buffer.from([20, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from("PK\u0001\u0002"), madeBy, sharedFields(packed), rest, packed.name]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
