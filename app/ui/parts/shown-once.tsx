import type { ReactNode } from 'react';

import { Actions, ButtonLink } from '../buttons.tsx';
import type { FormAnswer } from '../form.tsx';
import { Card, PageHeader } from '../page.tsx';

type Props = {
  title: string;
  eyebrow: string;
  back: { to: string; label: string };
  lead: string;
  /** "The key", and the key itself. */
  what: string;
  secret: string;
  note?: string;
  /** Where whoever has copied it goes on. */
  next: string;
  children?: ReactNode;
};

/** The one time a secret is seen. */
export const ShownOnce = ({ what, secret, note, next, children, ...header }: Props) => (
  <>
    <PageHeader {...header} />
    <Card title={what}>
      <code className="rounded-control border border-line-strong bg-paper px-4 py-3 text-base break-all select-all">
        {secret}
      </code>
      {note ? <p className="text-ink-2">{note}</p> : null}
    </Card>
    {children}
    <Actions>
      <ButtonLink to={next}>I have copied it</ButtonLink>
    </Actions>
  </>
);

/** What the action of such a page answered: the secret that was made, or the same form again. */
export function madeOf<Made>(answer: { made: Made } | FormAnswer): { made?: Made; again?: FormAnswer } {
  if (!answer) return {};
  return 'made' in answer ? { made: answer.made } : { again: answer };
}
