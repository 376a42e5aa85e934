import type { SubmissionResult } from '@conform-to/react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { refusalText } from './refusals.ts';

type Props = {
  listed: { recruiter: string; certificate: { id: string; number: string } };
  answer: { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;
};

/** A suspension for what was done to workers, or found in an audit: the panel says whether it ends. */
export function LiftReview({ listed, answer }: Props) {
  const [form, fields] = useFields<{ note: string }>('lift-review', { reply: answer?.reply });
  const back = `/scheme/certificates/${listed.certificate.id}`;
  return (
    <>
      <PageHeader
        title="Put the suspension before the panel"
        eyebrow={listed.certificate.number}
        back={{ to: back, label: listed.recruiter }}
        lead="The panel reads the package and decides whether the suspension ends. Until then the register goes on saying “Suspended”, and its months go on. You do not vote on what you put before it."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextArea
          field={fields.note}
          label="Reasons"
          hint="What led to the suspension, what was put right, and who saw it. The panel reads this."
        />
        <Actions>
          <Button>Put it before the panel</Button>
          <ButtonLink to={back} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}
