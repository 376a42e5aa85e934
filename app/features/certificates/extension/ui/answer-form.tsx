import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { DateField, RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';

import { refusalText } from '../../ui/refusals.ts';

const refusal = {
  value: 'refused',
  label: 'Refuse',
  hint: 'The scope stays as it is. The recruiter may ask again.',
};
const options = [
  {
    value: 'extended',
    label: 'Extend the scope',
    hint: 'No audit is needed. The register shows the wider scope from this moment.',
  },
  {
    value: 'audit_needed',
    label: 'Audit it first',
    hint: 'The audit body is told now. After the audit the panel decides; until then the scope stays as it is.',
  },
  refusal,
];

/** `audited`: an audit was ordered, so that an officer can only refuse any more; the panel extends. */
export function AnswerForm({
  back,
  audited,
  answer,
}: {
  back: string;
  audited: boolean;
  answer: FormAnswer;
}) {
  const [form, fields] = useFields<{ outcome: string; answer: string; dueOn: string }>('extension', {
    reply: answer?.reply,
  });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.outcome} label="Your answer" options={audited ? [refusal] : options} />
      <TextArea
        field={fields.answer}
        label="Reasons"
        hint="The recruiter reads this; where it is audited, say what the audit has to look at"
      />
      {audited ? null : (
        <DateField
          field={fields.dueOn}
          label="Last day of the audit"
          hint="Only where it is audited first"
          optional
        />
      )}
      <Actions>
        <Button>Answer the recruiter</Button>
        <ButtonLink to={back} kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
