import type { ReactNode } from 'react';

import { refusalText } from '../../ui/refusals.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

type Props = {
  title: string;
  lead: string;
  button: string;
  /** Where "Not now" leads. */
  back: string;
  /** What is known of it. */
  children?: ReactNode;
  answer: FormAnswer;
};

/** One page, one question: really? */
export function RemovalPage({ title, lead, button, back, children, answer }: Props) {
  const [form] = useFields<Record<string, never>>('really', { reply: answer?.reply });
  return (
    <>
      <PageHeader title={title} lead={lead} />
      {children}
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <Actions>
          <Button kind="danger">{button}</Button>
          <ButtonLink to={back} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}
