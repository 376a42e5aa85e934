import { directionOfLanguage } from '#app/platform/pdf/words.ts';

import type { Face } from '../paper/faces.ts';
import { codeInFours } from '../model.ts';

type Props = { face: Face; code: string; qr: string };

/** A poster as it hangs on a wall, in one language. */
export const PosterSheet = ({ face, code, qr }: Props) => (
  <article
    lang={face.language}
    dir={directionOfLanguage(face.language)}
    className="mb-8 break-after-page rounded-panel border-4 border-accent bg-card p-8 print:rounded-none print:bg-white"
  >
    <h2 className="text-3xl font-bold text-accent">{face.title}</h2>
    <p className="mt-4 text-xl font-semibold">{face.tell}</p>
    <p className="mt-2">{face.who}</p>
    <div className="mt-6 flex flex-wrap items-center gap-6">
      <div
        className="w-48 shrink-0 bg-white"
        role="img"
        aria-label={face.address}
        dangerouslySetInnerHTML={{ __html: qr }}
      />
      <div className="min-w-0 flex-1 basis-64">
        <p>{face.scan}</p>
        <p dir="ltr" className="mt-2 font-mono">
          {face.typed}
        </p>
        <p dir="ltr" className="mt-1 font-mono text-2xl font-bold">
          {codeInFours(code)}
        </p>
      </div>
    </div>
    <ul className="mt-6 list-disc ps-6">
      {face.promises.map((promise) => (
        <li key={promise}>{promise}</li>
      ))}
    </ul>
  </article>
);
