import type { ReactNode } from 'react';

import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { reasonName } from '../model.ts';
import { refusalText } from './refusals.ts';

type Props = {
  licence: { id: string; number: string; authority: string; holder: string };
  place: string;
  title: string;
  /** What follows from it, in words, before it is so. */
  lead: ReactNode;
  reasons?: readonly string[];
  hint: string;
  button: string;
  danger?: boolean;
  answer: FormAnswer;
};

/** The page on which somebody decides on a licence: what follows, the reason, and how they know. */
export function DecisionPage(props: Props) {
  const { licence, place, title, lead, reasons, hint, button, danger = false, answer } = props;
  const [form, fields] = useFields<{ reasonClass: string; note: string }>('licence', {
    reply: answer?.reply,
  });
  const back = `${place}/${licence.id}`;
  return (
    <StepPage
      title={title}
      place={{
        to: back,
        label: `Licence ${licence.number}`,
        eyebrow: `${licence.authority}, ${licence.holder}`,
      }}
      lead={lead}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={button}
      danger={danger}
    >
      {reasons ? (
        <SelectField
          field={fields.reasonClass}
          label="Reason"
          options={reasons.map((value) => ({ value, label: reasonName(value) }))}
          empty="Choose a reason"
        />
      ) : null}
      <TextArea field={fields.note} label="Note" hint={hint} />
    </StepPage>
  );
}
