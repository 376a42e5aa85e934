import { crc32 } from 'node:zlib';

/** A zip file of stored parts, as office programs would write it; `prefix` stands before it. */
export function zipOf(
  parts: Record<string, string>,
  { prefix = '', unpacked }: { prefix?: string; unpacked?: number } = {},
) {
  const before = Buffer.from(prefix);
  const files: Buffer[] = [before];
  const list: Buffer[] = [];
  let offset = before.length;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(unpacked ?? content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), content]);
    files.push(local);
    list.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, place, Buffer.from(name));
    offset += local.length;
  }
  const contents = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, contents, end]);
}
