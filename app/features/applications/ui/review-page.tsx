import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { refusalText } from './refusals.ts';

type Props = {
  application: { id: string; recruiter: string; reference: string };
  title: string;
  lead: ReactNode;
  hint: string;
  button: string;
  danger?: boolean;
  answer: { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;
};

/** The page on which a review is decided: what follows from it, and the reasons. */
export function ReviewPage({ application, title, lead, hint, button, danger = false, answer }: Props) {
  const [form, fields] = useFields<{ reasons: string }>('review', { reply: answer?.reply });
  const back = `/scheme/applications/${application.id}`;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={application.reference}
        back={{ to: back, label: application.recruiter }}
        lead={lead}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextArea field={fields.reasons} label="Reasons" hint={hint} />
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
