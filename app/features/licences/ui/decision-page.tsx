import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

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
  answer: { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;
};

/** The page on which somebody decides on a licence: what follows, the reason, and how they know. */
export function DecisionPage(props: Props) {
  const { licence, place, title, lead, reasons, hint, button, danger = false, answer } = props;
  const [form, fields] = useFields<{ reasonClass: string; note: string }>('licence', {
    reply: answer?.reply,
  });
  const back = `${place}/${licence.id}`;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${licence.authority}, ${licence.holder}`}
        back={{ to: back, label: `Licence ${licence.number}` }}
        lead={lead}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        {reasons ? (
          <SelectField
            field={fields.reasonClass}
            label="Reason"
            options={reasons.map((value) => ({ value, label: reasonName(value) }))}
            empty="Choose a reason"
          />
        ) : null}
        <TextArea field={fields.note} label="Note" hint={hint} />
        <Actions>
          <Button kind={danger ? 'danger' : 'primary'}>{button}</Button>
          <ButtonLink to={back} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}
