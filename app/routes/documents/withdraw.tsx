import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { withdrawDocument } from '#app/features/documents/commands.server.ts';
import { findDocument } from '#app/features/documents/queries.server.ts';
import { refusalText } from '#app/features/documents/ui/refusals.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Withdraw a document · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id, title } = found(await findDocument(scope, found(params['id'])));
  return { id, title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findDocument(scope, found(params['id'])));
  return answered(await withdrawDocument(scope, id), `/documents/${id}`);
}

export default function Withdraw() {
  const { id, title } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="Withdraw this document"
        eyebrow={title}
        back={{ to: `/documents/${id}`, label: 'Document' }}
        lead="From now on it counts as evidence of nothing. It is not deleted: those who relied on it can still read it, and see that you withdrew it. This cannot be undone."
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <form method="post">
        <Actions>
          <Button kind="danger">Withdraw the document</Button>
          <ButtonLink to={`/documents/${id}`} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}
