import { qrPicture } from '#app/platform/files/qr.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { BesideCode, Cards, Loud, Placard } from '#app/platform/pdf/placard.server.tsx';
import { drawer, renderPdf } from '#app/platform/pdf/render.server.tsx';
import { dayIn } from '#emails/language.ts';

import type { RegisterRecord } from '../../model.ts';
import type { MarkLanguage } from '../model.ts';
import { codeOf } from '../rules.ts';
import { standingIn } from '../words/badge-words.ts';
import { paperWords } from '../words/paper-words.ts';

/** Whose paper it is: as it stands on the register at the moment of printing. */
type Carrier = Pick<RegisterRecord, 'registrationNumber' | 'name' | 'nameLocal' | 'standing'>;
type Printing = { carrier: Carrier; language: MarkLanguage; origin: string; now: Date };

const green = '#0B5D4E';
const perPage = 10;

/** What stands on both: the code leads to the check for workers in the language of the paper. */
async function factsOf({ carrier, language, origin, now }: Printing) {
  const { registrationNumber, name, nameLocal, standing } = carrier;
  const check = `${origin}/${language}/check`;
  const [src, draws] = await Promise.all([qrPicture(`${check}?q=${registrationNumber}`), drawer()]);
  const day = dayIn(language, dayOf(now));
  return {
    ...{ src, day, say: paperWords[language], code: codeOf(registrationNumber) },
    // Our fonts have no letters of some scripts: the number stands for the name.
    names: [name, ...(nameLocal ? [nameLocal] : [])].filter(draws),
    address: check.replace(/^https?:\/\//, ''),
    standing: standingIn(language, standing.status),
  };
}

/** For a wall, A4: what nobody may charge, how to check this recruiter now, and how to complain. */
export async function poster(printing: Printing) {
  const { language, now, carrier } = printing;
  const { say, src, day, code, names, address, standing } = await factsOf(printing);
  const [name = carrier.registrationNumber, local] = names;
  const content = await renderPdf(
    <Placard language={language} head={<Loud {...{ size: 32, color: '#FFFFFF' }}>{say.head}</Loud>}>
      <Loud {...{ size: sizeOf(name, 19), after: 2 }}>{name}</Loud>
      {local ? <Loud {...{ size: sizeOf(local, 15), after: 2 }}>{local}</Loud> : <></>}
      <Loud {...{ size: 16, after: 6 }}> </Loud>
      <Loud {...{ size: 16, color: green, after: 5 }}>{say.never}</Loud>
      {say.fees.map((fee) => (
        <Loud key={fee} {...{ size: 15, after: 3, bold: false }}>{`× ${fee}`}</Loud>
      ))}
      <Loud {...{ size: 15, after: 18 }}>{say.passport}</Loud>
      <BesideCode src={src} size={170}>
        <Loud {...{ size: 19, color: green, after: 7 }}>{say.ask}</Loud>
        <Loud {...{ size: 12.5, after: 7, bold: false }}>{say.scan}</Loud>
        <Loud {...{ size: address.length > 34 ? 11 : 15, after: 5 }}>{address}</Loud>
        <Loud {...{ size: 30, after: 5 }}>{code}</Loud>
        <Loud {...{ size: 12.5, bold: false }}>{say.free}</Loud>
      </BesideCode>
      <Loud {...{ size: 12, after: 16, bold: false }}> </Loud>
      <Loud {...{ size: 15, color: green, after: 4 }}>{say.wrong}</Loud>
      <Loud {...{ size: 12.5, after: 14, bold: false }}>{say.tell}</Loud>
      <Loud {...{ size: 10.5, bold: false }}>
        {say.printed.replace('{standing}', standing).replace('{day}', day)}
      </Loud>
    </Placard>,
    { title: `${carrier.registrationNumber} ${say.head}`, language, at: now },
  );
  return { content, filename: `${carrier.registrationNumber} poster ${language}.pdf` };
}

/** To hand out: ten cards as large as a bank card on an A4 page. */
export async function cards(printing: Printing) {
  const { language, now, carrier } = printing;
  const { say, src, day, code, names, address } = await factsOf(printing);
  const [name = carrier.registrationNumber] = names;
  const content = await renderPdf(
    <Cards
      {...{ language, src, count: perPage }}
      head={<Loud {...{ size: say.head.length > 40 ? 8.5 : 9.5, color: '#FFFFFF' }}>{say.head}</Loud>}
    >
      <Loud {...{ size: 6.5, after: 3, bold: false }}>{short(name)}</Loud>
      <Loud {...{ size: 8, color: green, after: 2 }}>{say.before}</Loud>
      <Loud {...{ size: address.length > 30 ? 6 : 7, after: 1 }}>{address}</Loud>
      <Loud {...{ size: 14, after: 3 }}>{code}</Loud>
      <Loud {...{ size: 5.5, bold: false }}>{say.stale.replace('{day}', day)}</Loud>
    </Cards>,
    { title: `${carrier.registrationNumber} ${say.before}`, language, at: now },
  );
  return { content, filename: `${carrier.registrationNumber} cards ${language}.pdf` };
}

/** A long name in smaller letters, so that what workers are told keeps its place on the page. */
const sizeOf = (name: string, size: number) => (name.length <= 60 ? size : name.length <= 120 ? 12 : 9);

const most = 70;

/** A card has no room for more; its code leads to the whole name. */
const short = (name: string) => {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)];
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most)
        .map(({ segment }) => segment)
        .join('')}…`;
};
