import { timeInWords } from '#app/platform/calendar.ts';
import { workbookRefusalTexts } from '#app/questionnaire/workbook/wording.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card, Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { refusalText } from './refusals.ts';

type Problem = { sheet: string; cell: string; reason: string };
type Conflict = {
  section: string;
  question: string;
  sheet: string;
  cell: string;
  mine: string;
  theirs: string;
  by: string;
  at: string;
};
export type WorkbookTaken = { taken: number; problems: Problem[]; conflicts: Conflict[] };

const texts: Record<string, string> = {
  ...workbookRefusalTexts,
  file_missing: 'Choose the workbook you filled in, then upload it.',
};

/** What is wrong with the file as a whole; nothing was saved then. */
export const workbookRefusal = (refusal: string) => texts[refusal] ?? refusalText(refusal);

/** As many as anybody reads; the rest shows when those are corrected. */
const shown = 200;

/** What was taken of a workbook, cell by cell what was not, and where a colleague answered meanwhile. */
export function TakenReport({ report: { taken, problems, conflicts } }: { report: WorkbookTaken }) {
  const all = problems.length === 0 && conflicts.length === 0;
  return (
    <>
      <Card title={all ? 'The workbook was read' : 'The workbook was read in part'}>
        <p role="status">
          {takenInWords(taken)} {all ? 'Every cell could be taken.' : 'What is listed below was not.'}
        </p>
        <p>
          <TextLink to="/apply">See what is still open</TextLink>
        </p>
      </Card>
      {problems.length > 0 ? (
        <Section title="Cells that could not be taken">
          <DataTable
            caption="Correct them in the workbook and upload it again, or answer on the page of the section."
            columns={[
              { key: 'sheet', header: 'Sheet', cell: ({ sheet }) => sheet },
              { key: 'cell', header: 'Cell', cell: ({ cell }) => cell || 'The whole sheet', main: true },
              { key: 'reason', header: 'Why', cell: ({ reason }) => reason },
            ]}
            rows={problems.slice(0, shown)}
            empty={{ title: '', text: '' }}
          />
          {problems.length > shown ? <p>{`And ${problems.length - shown} more.`}</p> : null}
        </Section>
      ) : null}
      {conflicts.length > 0 ? <Conflicts conflicts={conflicts} /> : null}
    </>
  );
}

function takenInWords(taken: number) {
  if (taken === 0) return 'Nothing in it is new.';
  return taken === 1 ? '1 answer was saved.' : `${taken} answers were saved.`;
}

function Conflicts({ conflicts }: { conflicts: Conflict[] }) {
  return (
    <Section title="Answered by a colleague meanwhile">
      <DataTable
        caption="These were changed after you downloaded the workbook. Your colleague's answers stand; open the section to enter yours instead."
        columns={[
          {
            key: 'question',
            header: 'Question',
            cell: ({ question, section }) => <TextLink to={`/apply/${section}`}>{question}</TextLink>,
            main: true,
          },
          { key: 'cell', header: 'Cell', cell: ({ sheet, cell }) => `${sheet}, ${cell}` },
          { key: 'mine', header: 'In your workbook', cell: ({ mine }) => mine },
          {
            key: 'theirs',
            header: 'As it stands',
            cell: ({ theirs, by, at }) => (
              <>
                {theirs}
                <p className="text-sm text-ink-2">{`${by}, ${timeInWords(at)}`}</p>
              </>
            ),
          },
        ]}
        rows={conflicts}
        empty={{ title: '', text: '' }}
      />
    </Section>
  );
}
