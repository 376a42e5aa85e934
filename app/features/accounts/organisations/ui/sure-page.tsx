import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { refusalIn } from './refusals.tsx';

export type Answer =
  { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;

type Props = {
  title: string;
  /** What follows from it, in words. */
  lead: ReactNode;
  back: { to: string; label: string };
  button: string;
  danger?: boolean;
  answer: Answer;
};

/** A step that asks nothing but whether it is meant. */
export function SurePage({ title, lead, back, button, danger = false, answer }: Props) {
  const [form] = useFields('sure', { reply: answer?.reply });
  return (
    <>
      <PageHeader title={title} lead={lead} back={back} />
      <PageForm form={form} refusal={refusalIn(answer?.refusal)}>
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
