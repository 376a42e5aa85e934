import { timeInWords } from '#app/platform/calendar.ts';
import { EmptyState } from '#app/ui/empty.tsx';
import { Card, Summary } from '#app/ui/page.tsx';

import { conformityNames, type Conformity } from '../../model.ts';
import { refusalText } from '../../ui/refusals.ts';

type Answer = {
  id: string;
  code: string;
  conformity: Conformity;
  note: string;
  evidence: string;
  refusal: string;
  by: string;
  madeAt: Date;
  appliedAt: Date;
};

export function KeptAnswers({ answers }: { answers: readonly Answer[] }) {
  if (answers.length === 0)
    return (
      <EmptyState title="Nothing was kept apart">
        Every answer that came from a device was taken. One that comes too late stands here.
      </EmptyState>
    );
  return answers.map(({ id, code, conformity, note, evidence, refusal, by, madeAt, appliedAt }) => (
    <Card key={id} title={`Indicator ${code}, by ${by}`}>
      <Summary
        items={[
          { term: 'Why', value: refusalText(refusal) },
          { term: 'Found', value: conformityNames[conformity] },
          { term: 'Note', value: <span className="whitespace-pre-line">{note || 'None'}</span> },
          { term: 'Evidence', value: <span className="whitespace-pre-line">{evidence || 'None'}</span> },
          { term: 'Written', value: `${timeInWords(madeAt)}, by the clock of the device` },
          { term: 'Arrived', value: timeInWords(appliedAt) },
        ]}
      />
    </Card>
  ));
}
