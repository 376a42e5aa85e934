import { qrPicture } from '#app/platform/files/qr.server.ts';
import { BesideCode, Loud, Placard } from '#app/platform/pdf/placard.server.tsx';
import { drawer, renderPdf } from '#app/platform/pdf/render.server.tsx';
import type { Questionnaire } from '#app/questionnaire/definition.ts';

import { codeInFours } from '../model.ts';
import { facesOf, type Face, type Printed } from './faces.ts';

const green = '#0B5D4E';

/** A page for each language of the poster, to hang side by side. */
export async function posterPaper(printed: Printed, questionnaire: Questionnaire, at: Date) {
  const draws = await drawer();
  const faces = await Promise.all(
    facesOf(printed, questionnaire).map(async (face) => ({ face, src: await qrPicture(face.address) })),
  );
  const content = await renderPdf(
    <>
      {faces.map(({ face, src }) => (
        // Our fonts have no letters of some scripts: who asks is then told by whoever hangs it up.
        <Wall key={face.language} {...{ face, src, code: printed.code, named: draws(face.who) }} />
      ))}
    </>,
    { title: `Fairroute ${codeInFours(printed.code)}`, language: printed.languages[0] ?? 'en', at },
  );
  return { content, filename: `poster ${printed.code}.pdf` };
}

type WallProps = { face: Face; src: string; code: string; named: boolean };

const Wall = ({ face, src, code, named }: WallProps) => (
  <Placard
    language={face.language}
    head={<Loud {...{ size: face.title.length > 45 ? 26 : 32, color: '#FFFFFF' }}>{face.title}</Loud>}
  >
    <Loud {...{ size: 20, color: green, after: 14 }}>{face.tell}</Loud>
    {named ? <Loud {...{ size: face.who.length > 120 ? 11 : 15, after: 20 }}>{face.who}</Loud> : <></>}
    <BesideCode src={src} size={220}>
      <Loud {...{ size: 15, after: 10, bold: false }}>{face.scan}</Loud>
      <Loud {...{ size: face.typed.length > 34 ? 11 : 15, after: 5 }}>{face.typed}</Loud>
      <Loud {...{ size: 22, after: 5 }}>{codeInFours(code)}</Loud>
    </BesideCode>
    <Loud {...{ size: 12, after: 16, bold: false }}> </Loud>
    {face.promises.map((promise) => (
      <Loud key={promise} {...{ size: 15, after: 8, bold: false }}>
        {promise}
      </Loud>
    ))}
  </Placard>
);
