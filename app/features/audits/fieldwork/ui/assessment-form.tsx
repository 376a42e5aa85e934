import { timeInWords } from '#app/platform/calendar.ts';
import { Actions, Button } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Card, Summary } from '#app/ui/page.tsx';

import { conformities, conformityNames, type Conformity } from '../../model.ts';
import { refusalText } from '../../ui/refusals.ts';

export type Assessment = {
  conformity: Conformity | null;
  note: string | null;
  evidence: string | null;
  revision: number | null;
  assessedAt: Date | null;
  assessedBy: string | null;
};

type Shape = { conformity: string; note: string; evidence: string; revision: string };
type Props = {
  assessment: Assessment;
  answer: FormAnswer;
};

const options = conformities.map((value) => ({
  value,
  label: conformityNames[value],
  ...(value === 'come_back' ? { hint: 'Stays open until you choose another answer' } : {}),
}));

/** What was found for one indicator. Somebody who saved meanwhile is shown beside one's own answers, not over them. */
export function AssessmentForm({ assessment, answer }: Props) {
  const { conformity, note, evidence, revision } = assessment;
  const saved = {
    conformity: conformity ?? '',
    note: note ?? '',
    evidence: evidence ?? '',
    revision: String(revision ?? 0),
  };
  const [form, fields] = useFields<Shape>('assessment', { reply: answer?.reply, saved });
  const overtaken = answer?.refusal === 'assessed_meanwhile';
  // Once told, the person answers over what was saved meanwhile; before that, over what they saw.
  const seen = overtaken ? saved.revision : (fields.revision.initialValue ?? saved.revision);
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      {overtaken ? <SavedMeanwhile assessment={assessment} /> : null}
      <input type="hidden" name="revision" value={seen} />
      <RadioGroup field={fields.conformity} label="What you found" options={options} />
      <TextArea
        field={fields.note}
        label="Note"
        hint="Needed where it does not conform or does not apply. No names of workers: use the keys of your interviews."
      />
      <TextArea
        field={fields.evidence}
        label="Evidence"
        hint="Documents, interviews and places, one a line"
        rows={3}
        optional
      />
      <SaveButtons />
    </PageForm>
  );
}

/** Both save; each says where it leads. */
const SaveButtons = () => (
  <Actions>
    <Button name="next" value="indicator">
      Save and go to the next open one
    </Button>
    <Button kind="secondary" name="next" value="finding">
      Save and raise a finding
    </Button>
  </Actions>
);

function SavedMeanwhile({ assessment }: { assessment: Assessment }) {
  const { assessedBy, assessedAt } = assessment;
  return (
    <div className="w-full max-w-[42rem]">
      <Card
        title={`Saved by ${assessedBy ?? 'somebody'}${assessedAt ? ` on ${timeInWords(assessedAt)}` : ''}`}
      >
        <AssessmentSummary assessment={assessment} />
      </Card>
    </div>
  );
}

/** The assessment as it stands, to read. */
export function AssessmentSummary({
  assessment: { conformity, note, evidence },
}: {
  assessment: Assessment;
}) {
  return (
    <Summary
      items={[
        { term: 'Found', value: conformity ? conformityNames[conformity] : 'No answer yet' },
        { term: 'Note', value: <span className="whitespace-pre-line">{note || 'None'}</span> },
        { term: 'Evidence', value: <span className="whitespace-pre-line">{evidence || 'None'}</span> },
      ]}
    />
  );
}
