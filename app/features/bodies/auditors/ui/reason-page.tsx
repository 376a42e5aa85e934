import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { refusalText } from '../../ui/refusals.ts';
import type { ReasonForm } from '../forms.ts';

type Props = {
  title: string;
  /** What follows from it, in words, before it is so. */
  lead: ReactNode;
  back: { to: string; label: string };
  button: string;
  danger?: boolean;
  answer: { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;
};

/** What somebody does to a record of an auditor: what follows, and why. */
export function ReasonPage({ title, lead, back, button, danger = false, answer }: Props) {
  const [form, fields] = useFields<ReasonForm>('auditor', { reply: answer?.reply });
  return (
    <>
      <PageHeader title={title} back={back} lead={lead} />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextArea field={fields.reason} label="Reason" />
        <Actions>
          <Button kind={danger ? 'danger' : 'primary'}>{button}</Button>
          <ButtonLink to={back.to} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}
