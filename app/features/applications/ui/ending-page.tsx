import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { refusalText } from './refusals.ts';

type Props = { title: string; lead: string; refusal: string | undefined };

/** Before an application ends by its own people: what follows, in words. */
export function EndingPage({ title, lead, refusal }: Props) {
  return (
    <>
      <PageHeader title={title} back={{ to: '/apply', label: 'Your application' }} lead={lead} />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <form method="post">
        <Actions>
          <Button kind="danger">{title}</Button>
          <ButtonLink to="/apply" kind="secondary">
            Keep it
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}
