import { Button } from '#app/ui/buttons.tsx';
import { DateField, RadioGroup, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';

import type { AdviceForm } from '../forms.ts';
import { refusalIn } from './refusals.tsx';

const kinds = [
  { value: 'training', label: 'Training' },
  { value: 'advice', label: 'Advice' },
];

/** Whom somebody trained or advised, and when; `ofOthers` for officers, who record it of anybody. */
export function AdviceFields({ ofOthers, answer }: { ofOthers: boolean; answer: FormAnswer }) {
  const [form, fields] = useFields<AdviceForm>('advice', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={refusalIn(answer?.refusal)}>
      <TextField field={fields.recruiter} label="Recruiter" hint="Registration number or exact name" />
      <RadioGroup field={fields.kind} label="What was given" options={kinds} />
      <DateField field={fields.givenOn} label="Day" />
      {ofOthers ? (
        <TextField
          field={fields.email}
          label="Given by"
          hint="The e-mail address of their account. Leave it empty when it was you."
          type="email"
          optional
        />
      ) : null}
      <Button>Record</Button>
    </PageForm>
  );
}
