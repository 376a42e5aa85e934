import { formWords } from '#app/questionnaire/words/said.ts';
import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { Card, PageHeader } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

import type { MappingLanguage } from '../../model.ts';
import { fill, refusalIn, wordsOf } from '../words/words.ts';

type Untaken = { sheet: string; cell: string; reason: string };
type Answer =
  | {
      refusal: string | undefined;
      report: { taken: number; problems: Untaken[]; conflicts: Untaken[] } | undefined;
    }
  | undefined;
type Props = { home: string; language: MappingLanguage; answer: Answer };

/** As many as anybody reads; the rest shows when those are corrected. */
const shown = 100;

/** The whole questionnaire as an Excel workbook, out and back in. */
export function WorkbookPage({ home, language, answer }: Props) {
  const words = wordsOf(language);
  const report = answer?.report;
  const untaken = report ? [...report.conflicts, ...report.problems] : [];
  return (
    <>
      <PageHeader
        title={words.workbookTitle}
        lead={words.workbookLead}
        back={{ to: home, label: words.back }}
      />
      {answer?.refusal ? (
        <Refusal words={formWords(language)}>{refusalIn(language, answer.refusal)}</Refusal>
      ) : null}
      {report ? (
        <Card title={fill(words.workbookTaken, { count: report.taken })}>
          {untaken.length > 0 ? <p>{words.misfits}:</p> : null}
          <ul className="list-disc ps-6">
            {untaken.slice(0, shown).map(({ sheet, cell, reason }) => (
              <li key={`${sheet} ${cell}`}>
                <bdi>
                  {sheet} {cell}
                </bdi>
                {reason ? `: ${reason}` : ''}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <ButtonLink to={`${home}/workbook/file`} kind="secondary">
        {words.workbookSave}
      </ButtonLink>
      <FileForm name="workbook" label={words.workbookFile} hint=".xlsx, 10 MB" accept=".xlsx">
        <Button>{words.workbookTake}</Button>
      </FileForm>
    </>
  );
}
