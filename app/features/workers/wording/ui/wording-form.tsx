import { Button } from '#app/ui/buttons.tsx';
import { RadioGroup } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';

import { bases, type Catalogue, type Reviewed, type Translated } from '../model.ts';
import { LineList } from './line-list.tsx';
import { basisNames, refusalText } from './words.ts';

type Props = {
  language: Translated;
  chapters: Catalogue['chapters'];
  lines: readonly Reviewed[];
  /** Where those that are approved are listed, an approval may be taken back. */
  step: 'approve' | 'take_back';
  answer: FormAnswer;
};

/** Texts to read, and what to say of those that are ticked. */
export function WordingForm({ step, answer, ...list }: Props) {
  const [form, fields] = useFields<{ step: string; said: string[]; basis: string }>('wording', {
    reply: answer?.reply,
  });
  const approves = step === 'approve';
  const takes = ({ state }: Reviewed) => (state === 'approved') !== approves;
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <input type="hidden" name={fields.step.name} value={step} />
      <LineList
        {...list}
        {...{ field: fields.said, takes }}
        label={
          approves
            ? 'Tick each text that says the same as the English above it'
            : 'Tick each approval that was a mistake'
        }
      />
      {!list.lines.some(takes) ? null : (
        <>
          {approves ? (
            <RadioGroup
              field={fields.basis}
              label="On whose word?"
              options={bases.map((value) => ({ value, label: basisNames[value] }))}
            />
          ) : null}
          <Button kind={approves ? 'primary' : 'danger'}>
            {approves ? 'Approve what is ticked' : 'Take back what is ticked'}
          </Button>
        </>
      )}
    </PageForm>
  );
}
