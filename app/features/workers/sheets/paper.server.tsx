import { qrPicture } from '#app/platform/files/qr.server.ts';
import { Heading, Paper, Paragraph, Picture, Sheet, Title } from '#app/platform/pdf/paper.server.tsx';
import { drawer, renderPdf } from '#app/platform/pdf/render.server.tsx';
import { corridorIn } from '#app/platform/places.ts';
import { dayIn, momentIn } from '#emails/language.ts';

import { headOf } from './head.ts';
import { mostPapers, perPaper, type Asked, type Line, type Worded } from './model.ts';
import { papersOf } from './rules.ts';
import { sheetWords } from './words/words.ts';

type Part = {
  asked: Asked;
  /** Of the whole country, counted as far as papers go and one further. */
  count: number;
  part: number;
  lines: readonly Line[];
  worded: Worded;
};
type Drawn = Part & { qr: string; draws: (text: string) => boolean };

/** One part of a country's register to print, with the code that leads to the check. */
export async function sheetPaper(sheet: Part): Promise<Buffer> {
  const { language, country, at, check } = sheet.asked;
  const [qr, draws] = await Promise.all([qrPicture(check), drawer()]);
  return renderPdf(<SheetPaper {...sheet} qr={qr} draws={draws} />, {
    ...{ title: `Fairroute ${country} ${sheet.part}`, language, at },
  });
}

function SheetPaper(sheet: Drawn) {
  const { asked, part, count, lines, qr } = sheet;
  const { language, country, at, check } = asked;
  const say = sheetWords[language];
  const { title, fresh, absent, never, anew, unreviewed } = headOf(asked);
  const { papers } = papersOf(count);
  const parted = say.part.replace('{part}', String(part)).replace('{parts}', String(papers));
  return (
    <Paper
      header="Fairroute"
      reference={`${corridorIn(language, country)} · ${momentIn(language, at)}`}
      footer={check}
      language={language}
      wide
    >
      <Title>{title}</Title>
      <Picture src={qr}>
        <Heading>{absent}</Heading>
        <Paragraph>{fresh}</Paragraph>
        <Paragraph>{anew}</Paragraph>
        <Paragraph>{never}</Paragraph>
        {unreviewed === undefined ? <></> : <Paragraph>{unreviewed}</Paragraph>}
      </Picture>
      {papers > 1 ? <Paragraph>{`${parted}. ${spanOf(sheet)}`}</Paragraph> : <></>}
      {papersOf(count).whole ? <></> : <Paragraph>{moreOf(sheet)}</Paragraph>}
      {lines.length > 0 ? (
        <Sheet columns={columnsOf(sheet)} rows={lines} repeated />
      ) : (
        <Heading>{say.nobody}</Heading>
      )}
    </Paper>
  );
}

/** Where a part begins and ends, so that a name is looked for in the right one. */
function spanOf({ asked, lines, draws }: Drawn) {
  const shown = (line: Line | undefined) =>
    line === undefined ? '' : draws(line.name) ? short(line.name) : line.registrationNumber;
  return sheetWords[asked.language].from
    .replace('{first}', shown(lines[0]))
    .replace('{last}', shown(lines.at(-1)));
}

const moreOf = ({ asked }: Drawn) =>
  sheetWords[asked.language].more.replace('{count}', String(perPaper * mostPapers));

function columnsOf({ asked: { language }, worded, draws }: Drawn) {
  const say = sheetWords[language];
  // Our fonts have no letters of some scripts: better said than left out or drawn as boxes.
  const drawn = (text: string) => (draws(text) ? short(text) : say.unprintable);
  const few = (texts: readonly string[]) => texts.slice(0, fewest).map(drawn).join('; ') + dots(texts);
  return [
    { header: say.name, share: 2.6, cell: ({ name }: Line) => drawn(name) },
    { header: say.local, share: 2.2, cell: ({ nameLocal }: Line) => (nameLocal ? drawn(nameLocal) : '') },
    { header: say.number, share: 1.5, cell: ({ registrationNumber }: Line) => registrationNumber },
    { header: say.standing, share: 1.7, cell: ({ standing }: Line) => worded(standing) },
    {
      header: say.licences,
      share: 1.5,
      cell: ({ licences }: Line) => few(licences.map(({ number }) => number)),
    },
    { header: say.place, share: 1.4, cell: ({ offices }: Line) => few(offices) },
    {
      ...{ header: say.until, share: 1.3 },
      cell: ({ validUntil }: Line) => (validUntil ? dayIn(language, validUntil) : ''),
    },
  ];
}

/** A row stays on one page: what would make it longer than a page stands whole in the table. */
const [fewest, longest] = [3, 120];
const dots = (texts: readonly string[]) => (texts.length > fewest ? '…' : '');

function short(text: string) {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  if (letters.length <= longest) return text;
  return `${letters
    .slice(0, longest)
    .map(({ segment }) => segment)
    .join('')}…`;
}
