import { Document, pdf } from '@react-pdf/renderer';
import type { ReactElement } from 'react';

import { inThread } from './thread.server.ts';
import { partsOf } from './tree.ts';
import { familiesFor, printable } from './words.ts';

type Options = {
  title: string;
  /** BCP 47; screen readers read the document in it. */
  language: string;
  /** When what the document says was so. The same document of the same moment is the same file. */
  at: Date;
};

/** One or several `Paper`s as a PDF. What they say is put together here, and drawn in a thread of its own. */
export async function renderPdf(papers: ReactElement, { title, language, at }: Options): Promise<Buffer> {
  const parts = partsOf(pdf(<Document>{papers}</Document>).container);
  const { drawn, error } = await inThread({ kind: 'draw', title, language, at, papers: parts });
  if (!drawn) throw error;
  return Buffer.from(drawn.buffer, drawn.byteOffset, drawn.byteLength);
}

let known: Promise<Map<string, Set<number>>> | undefined;

/** Whether our fonts have every letter of a text: the others would be drawn as boxes. */
export async function drawer() {
  known ??= lettersKnown();
  const letters = await known.catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return (text: string) =>
    Array.from(printable(text))
      .filter((letter) => !unseen.test(letter))
      .every((letter) =>
        familiesFor(text).some((family) => letters.get(family)?.has(letter.codePointAt(0) ?? 0)),
      );
}

async function lettersKnown() {
  const { letters, error } = await inThread({ kind: 'letters' });
  if (!letters) throw error;
  return new Map(Object.entries(letters).map(([family, points]) => [family, new Set(points)]));
}

const unseen = /[\p{Z}\p{C}]/u;
