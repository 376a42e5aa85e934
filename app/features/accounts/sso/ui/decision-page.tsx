import type { ReactNode } from 'react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { signOnRefusal } from './refusals.tsx';

type Props = {
  title: string;
  lead: ReactNode;
  button: string;
  danger?: boolean;
  back: { to: string; label: string };
  refusal: string | undefined;
  children?: ReactNode;
};

/** A page with one button: what will follow, in words, before it is so. */
export function DecisionPage({ title, lead, button, danger = false, back, refusal, children }: Props) {
  return (
    <>
      <PageHeader title={title} back={back} lead={lead} />
      {children}
      <form method="post" className="flex flex-col items-start gap-6">
        {refusal ? <Refusal>{signOnRefusal(refusal)}</Refusal> : null}
        <Actions>
          <Button kind={danger ? 'danger' : 'primary'}>{button}</Button>
          <ButtonLink to={back.to} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}
