import { timeInWords } from '#app/platform/calendar.ts';
import { Facts, Heading, Paper, Paragraph, Sheet, Title } from '#app/platform/pdf/paper.server.tsx';
import { drawer, renderPdf } from '#app/platform/pdf/render.server.tsx';

import type { Report, ReportPart } from './model.ts';
import { indexNote } from './questions.ts';

/** What one paper shows in full of a part; the workbook holds all of it. */
export const mostOnPaper = 100;

/** Answers a line rests on, by their numbers at the end of the paper: `origin` is where they are opened. */
export async function reportPaper(report: Report, origin: string) {
  const draws = await drawer();
  const numbers = new Map(
    [...new Set(report.parts.flatMap(({ lines }) => lines.flatMap(({ answers }) => answers)))].map(
      (share, place) => [share, place + 1],
    ),
  );
  const paper = <ReportPaper {...{ report, origin, draws, numbers }} />;
  const at = new Date(report.madeAt);
  return renderPdf(paper, { title: `Due-diligence report, ${report.company}`, language: 'en', at });
}

type Drawn = {
  report: Report;
  origin: string;
  draws: (text: string) => boolean;
  numbers: ReadonlyMap<string, number>;
};

function ReportPaper({ report, origin, draws, numbers }: Drawn) {
  // Our fonts have no letters of some scripts: better said than left out or drawn as boxes.
  const drawn = (text: string) =>
    draws(text) ? text : 'In letters this paper cannot show: see the workbook';
  const titles = new Map(report.parts.map(({ name, title }) => [name, title]));
  return (
    <Paper
      header="Fairroute"
      reference={drawn(report.company)}
      footer={`${origin}/mapping/report`}
      language="en"
      wide
    >
      <Title>Due-diligence report on a labour supply chain</Title>
      <Facts
        items={[
          { term: 'Company', value: drawn(report.company) },
          { term: 'As known at', value: timeInWords(report.madeAt) },
          { term: 'Answers it rests on', value: String(numbers.size) },
        ]}
      />
      <Paragraph>
        It tells what respondents answered and share with the company at that moment. What one of them took
        back is not in it. Numbers in brackets lead to the answers listed at its end.
      </Paragraph>
      {report.parts.map((part) => (
        <PartOnPaper key={part.name} part={part} drawn={drawn} numbers={numbers} />
      ))}
      <Heading>Which law asks about what</Heading>
      <Paragraph>{indexNote}</Paragraph>
      {report.index.map(({ name, questions }) => (
        <Sheet
          key={name}
          columns={[
            { header: name, share: 3, cell: ({ asks }) => asks },
            {
              header: 'Evidence in',
              share: 2,
              cell: ({ parts }) => parts.map((each) => titles.get(each) ?? each).join('; '),
            },
          ]}
          rows={questions}
        />
      ))}
      <Heading>Answers</Heading>
      <Sheet
        columns={[
          { header: '', share: 0.3, cell: ([, number]) => `[${number}]` },
          { header: 'Where it is read', share: 4, cell: ([share]) => `${origin}/mapping/answers/${share}` },
        ]}
        rows={[...numbers].slice(0, mostOnPaper * 5)}
      />
    </Paper>
  );
}

type OnPaper = { part: ReportPart; drawn: (text: string) => string; numbers: ReadonlyMap<string, number> };

function PartOnPaper({ part: { title, note, columns, lines }, drawn, numbers }: OnPaper) {
  const numbered = (answers: readonly string[]) =>
    answers.map((share) => `[${numbers.get(share) ?? 0}]`).join(' ');
  return (
    <>
      <Heading>{title}</Heading>
      <Paragraph>{note}</Paragraph>
      {lines.length === 0 ? <Paragraph>Nothing is known of this yet.</Paragraph> : null}
      {lines.length > mostOnPaper ? (
        <Paragraph>{`The first ${mostOnPaper} of ${lines.length}. All of them stand in the workbook.`}</Paragraph>
      ) : null}
      {lines.length > 0 ? (
        <Sheet
          columns={[
            ...columns.map((header, place) => ({
              header,
              share: place === 0 ? 3 : 2,
              cell: ({ cells }: { cells: string[] }) => drawn(cells[place] ?? ''),
            })),
            {
              header: 'Rests on',
              share: 1.5,
              cell: ({ answers }: { answers: string[] }) => numbered(answers.slice(0, 20)),
            },
          ]}
          rows={lines.slice(0, mostOnPaper)}
        />
      ) : null}
    </>
  );
}
