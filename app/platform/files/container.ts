import { sheetType, slidesType, wordType } from './documents.ts';

/** The end of a zip file is its list of contents; this much of it is looked at in an office document. */
export const listBytes = 1024 * 1024;
/** What is enough to see that a file ends as a zip file does. */
export const endBytes = 66 * 1024;

const [endSignature, entrySignature] = [0x06054b50, 0x02014b50];
const [endLength, entryLength] = [22, 46];
/** What an office document may unpack to, all in all; more is a bomb. */
const mostUnpacked = 512 * 1024 * 1024;

type End = { at: number; entries: number; size: number; offset: number };

/** Where the list of contents ends, when these bytes are the end of a zip file. */
function endOf(tail: Buffer): End | undefined {
  for (let at = tail.length - endLength; at >= Math.max(0, tail.length - endLength - 0xffff); at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    if (at + endLength + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return {
      at,
      entries: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
  }
  return undefined;
}

/** Whether a file with this end opens as a zip file too, whatever it begins with. */
export const endsAsZip = (tail: Buffer) => endOf(tail) !== undefined;

type Entry = { name: string; unpacked: number; encrypted: boolean };

function entriesOf(tail: Buffer, { at, entries, size }: End): Entry[] | undefined {
  const found: Entry[] = [];
  let place = at - size;
  if (place < 0) return undefined;
  while (place + entryLength <= at && tail.readUInt32LE(place) === entrySignature) {
    const nameLength = tail.readUInt16LE(place + 28);
    const more = tail.readUInt16LE(place + 30) + tail.readUInt16LE(place + 32);
    found.push({
      name: tail.toString('utf8', place + entryLength, place + entryLength + nameLength),
      unpacked: tail.readUInt32LE(place + 24),
      encrypted: (tail.readUInt16LE(place + 8) & 1) === 1,
    });
    place += entryLength + nameLength + more;
  }
  return place === at && found.length === entries ? found : undefined;
}

/** Macros, controls and packed programs; settings of a printer are the one binary a plain document holds. */
const unsafe =
  /vba|macrosheet|activex|oleobject|\.(?:bin|exe|dll|js|vbs|jar|ps1|bat|cmd|com|scr|lnk|docm|xlsm|xlsb|pptm)$/i;
const harmless = /printersettings\d*\.bin$/i;

const parts: [part: string, type: string][] = [
  ['word/document.xml', wordType],
  ['xl/workbook.xml', sheetType],
  ['ppt/presentation.xml', slidesType],
];

/**
 * What kind of office document the file is that ends with `tail` and is `bytes` long; undefined when it is none, holds
 * macros or programs, is locked, would unpack to more than anybody reads, or is something else at the same time.
 */
export function officeTypeOf(head: Buffer, tail: Buffer, bytes: number): string | undefined {
  const end = endOf(tail);
  const entries = end && entriesOf(tail, end);
  // Nothing before, between or behind: the list of contents lies where it says.
  if (!end || !entries || end.offset + end.size !== bytes - (tail.length - end.at)) return undefined;
  if (head.subarray(0, 1024).includes('%PDF-')) return undefined;
  if (entries.some(({ encrypted, name }) => encrypted || (unsafe.test(name) && !harmless.test(name))))
    return undefined;
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > mostUnpacked) return undefined;
  const names = entries.map(({ name }) => name);
  const found = parts.filter(([part]) => names.includes(part));
  return names.includes('[Content_Types].xml') && found.length === 1 ? found[0]?.[1] : undefined;
}
