import type { ReactNode } from 'react';

import type { Field } from '#app/ui/parts/field.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { reasonNames, type ReasonClass } from '../model.ts';
import { refusalText } from './refusals.ts';

type Props = {
  listed: { recruiter: string; certificate: { id: string; number: string } };
  title: string;
  /** What the public will read, in words, before it is so. */
  lead: ReactNode;
  /** What the public reads before and after, by the register's own parts. */
  preview: ReactNode;
  /** Not given where the certificate simply comes into force again; empty where none is left to choose. */
  reasons?: readonly ReasonClass[];
  /** What gave cause, where somebody came here from it. */
  saved?: { reasonClass: ReasonClass; note: string } | undefined;
  button: string;
  danger?: boolean;
  answer: FormAnswer;
};

/** The page on which a status is decided: what will be published, the reason class, and the note that stays inside. */
export function StatusPage({ listed, title, lead, preview, saved, answer, ...step }: Props) {
  const { reasons, button, danger = false } = step;
  const [form, fields] = useFields<{ reasonClass: string; note: string }>('status', {
    reply: answer?.reply,
    saved,
  });
  const isSettled = reasons?.length === 0;
  const back = `/scheme/certificates/${listed.certificate.id}`;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={listed.certificate.number}
        back={{ to: back, label: listed.recruiter }}
        lead={lead}
      />
      {preview}
      {isSettled && !answer ? null : (
        <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
          {reasons && !isSettled ? <ReasonField field={fields.reasonClass} reasons={reasons} /> : null}
          <TextArea
            field={fields.note}
            label="Note"
            hint="Why, with what was seen. Only the scheme reads this, also in five years."
          />
          {isSettled ? null : (
            <Actions>
              <Button kind={danger ? 'danger' : 'primary'}>{button}</Button>
              <ButtonLink to={back} kind="secondary">
                Not now
              </ButtonLink>
            </Actions>
          )}
        </PageForm>
      )}
    </>
  );
}

const ReasonField = ({ field, reasons }: { field: Field; reasons: readonly ReasonClass[] }) => (
  <SelectField
    field={field}
    label="Reason"
    hint="The public reads this"
    options={reasons.map((value) => ({ value, label: reasonNames[value] }))}
    empty="Choose a reason"
  />
);
