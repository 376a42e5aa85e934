import { timeInWords } from '#app/platform/calendar.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Card } from '#app/ui/page.tsx';

import { conformities, conformityNames, type Conformity } from '../../model.ts';
import { refusalText } from '../../ui/refusals.ts';
import { AssessmentSummary, type Assessment } from './assessment-form.tsx';

export type Conflict = {
  id: string;
  conformity: Conformity;
  note: string;
  evidence: string;
  by: string;
  madeAt: Date;
  appliedAt: Date;
};
type Props = {
  standing: Assessment;
  conflicts: readonly Conflict[];
  seen: string;
  back: string;
  answer: FormAnswer;
};
type Shape = { choice: string; seen: string; conformity: string; note: string; evidence: string };

const found = conformities.map((value) => ({ value, label: conformityNames[value] }));

/** Both wordings side by side, and what holds from now on. */
export function ResolveForm({ standing, conflicts, seen, back, answer }: Props) {
  const saved = {
    conformity: standing.conformity ?? '',
    note: standing.note ?? '',
    evidence: standing.evidence ?? '',
  };
  const [form, fields] = useFields<Shape>('resolve', { reply: answer?.reply, saved });
  const options = [
    { value: 'standing', label: `What stands, by ${standing.assessedBy ?? 'somebody'}` },
    ...conflicts.map(({ id, by, madeAt }) => ({
      value: id,
      label: `What ${by} wrote, ${timeInWords(madeAt)}`,
    })),
    { value: 'new', label: 'A new wording, written below' },
  ];
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <SideBySide standing={standing} conflicts={conflicts} />
      <input type="hidden" name="seen" value={seen} />
      <RadioGroup
        field={fields.choice}
        label="What holds"
        hint="All wordings stay readable. The one you choose is the answer from now on."
        options={options}
      />
      <details className="w-full" open={answer !== undefined}>
        <summary className="cursor-pointer font-semibold">A new wording</summary>
        <div className="mt-4 flex flex-col gap-6">
          <RadioGroup field={fields.conformity} label="What you found" options={found} />
          <TextArea field={fields.note} label="Note" hint="Only for a new wording" />
          <TextArea field={fields.evidence} label="Evidence" rows={3} optional />
        </div>
      </details>
      <Actions>
        <Button>Settle it</Button>
        <ButtonLink to={back} kind="secondary">
          Back to the indicator
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}

const SideBySide = ({ standing, conflicts }: Pick<Props, 'standing' | 'conflicts'>) => (
  <div className="grid w-full gap-6 md:grid-cols-2">
    <Card title={`Stands: ${standing.assessedBy ?? 'somebody'}`}>
      {standing.assessedAt ? (
        <p className="text-sm text-ink-2">{`Saved ${timeInWords(standing.assessedAt)}`}</p>
      ) : null}
      <AssessmentSummary assessment={standing} />
    </Card>
    {conflicts.map(({ id, by, madeAt, appliedAt, ...wording }) => (
      <Card key={id} title={`Met it: ${by}`}>
        <p className="text-sm text-ink-2">
          {`Written ${timeInWords(madeAt)} by the clock of the device, arrived ${timeInWords(appliedAt)}`}
        </p>
        <AssessmentSummary assessment={{ ...wording, revision: null, assessedAt: madeAt, assessedBy: by }} />
      </Card>
    ))}
  </div>
);
