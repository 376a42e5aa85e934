import { Document, renderToBuffer } from '@react-pdf/renderer';
import type { ReactElement } from 'react';

import { loadFonts } from './fonts.server.ts';

type Options = {
  title: string;
  /** BCP 47; screen readers read the document in it. */
  language: string;
  /** When what the document says was so. The same document of the same moment is the same file. */
  at: Date;
};

let turn: Promise<unknown> = Promise.resolve();

/** One or several `Paper`s as a PDF. One at a time: drawing takes the processor, and others wait for it too. */
export function renderPdf(papers: ReactElement, { title, language, at }: Options): Promise<Buffer> {
  const drawing = turn.then(loadFonts).then(() =>
    renderToBuffer(
      <Document title={title} language={language} creationDate={at} creator="Fairroute" producer="Fairroute">
        {papers}
      </Document>,
    ),
  );
  turn = drawing.catch(() => undefined);
  return drawing;
}
