import { StringDecoder } from 'node:string_decoder';

import { SaxesParser } from 'saxes';

import { NotTaken } from './table.ts';

export type Attributes = Record<string, string>;
/** Names come without their prefix; `text` is what stood directly before the end of the element. */
export type Reader = {
  open?(name: string, attributes: Attributes): void;
  close?(name: string, text: string): void;
};

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** One text between two tags; longer than any cell by far, and short enough to hold. */
const mostText = 1024 * 1024;

/** Streams one part of a workbook past a reader. No entities, no document types: those are for attacks only. */
export async function readXml(content: AsyncIterable<Buffer>, reader: Reader) {
  const decoder = new StringDecoder('utf8');
  const parser = new SaxesParser({ position: false });
  let text = '';
  const stop = () => {
    throw new NotTaken('table_unreadable');
  };
  parser.on('doctype', stop);
  parser.on('error', stop);
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('cdata', (more) => {
    text += more;
  });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    const own = Object.entries(attributes).map(([key, value]) => [local(key), value] as const);
    reader.open?.(local(name), Object.fromEntries(own));
  });
  parser.on('closetag', ({ name }) => {
    reader.close?.(local(name), text);
    text = '';
  });
  let since = 0;
  for await (const chunk of content) {
    // A chunk without a tag is one text that goes on.
    since = chunk.includes(60) ? chunk.length : since + chunk.length;
    if (since > mostText) stop();
    parser.write(decoder.write(chunk));
  }
  parser.close();
}
