import type { ReactNode } from 'react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { refusalText } from '../../ui/refusals.ts';

type Props = {
  /** Undefined where the agency holds none that could change. */
  number: string | undefined;
  /** What keeps it from this: then the page says so and asks for nothing. */
  bar?: string | undefined;
  title: string;
  lead: string;
  button: string;
  preview: ReactNode;
  answer: FormAnswer;
};

const back = { to: '/certificate', label: 'Your certificate' };

/** What the public will read, before the holder lets it be so. */
export function ExitPage({ number, bar, title, lead, button, preview, answer }: Props) {
  const [form, fields] = useFields<{ note: string }>('exit', { reply: answer?.reply });
  if (number === undefined)
    return (
      <>
        <PageHeader title={title} back={back} />
        <EmptyState title="No certificate">You hold no certificate that could change.</EmptyState>
      </>
    );
  // Whoever sent it already reads the refusal beside what they typed.
  if (bar && !answer)
    return (
      <>
        <PageHeader title={title} eyebrow={number} back={back} />
        <EmptyState title="Not now">{refusalText(bar)}</EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={title} eyebrow={number} back={back} lead={lead} />
      {preview}
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextArea
          field={fields.note}
          label="Why"
          hint="The scheme alone reads this. The public reads a class."
        />
        <Actions>
          <Button kind="danger">{button}</Button>
          <ButtonLink to="/certificate" kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}
