import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { resolveConflict } from '#app/features/audits/fieldwork/commands/resolve-conflict.server.ts';
import { findConflict } from '#app/features/audits/fieldwork/conflicts.server.ts';
import { resolveForm } from '#app/features/audits/fieldwork/forms.ts';
import { addressOfIndicator, filterOf } from '#app/features/audits/fieldwork/list/filter.ts';
import { findIndicator } from '#app/features/audits/fieldwork/queries.server.ts';
import { IndicatorHeader } from '#app/features/audits/fieldwork/ui/indicator-header.tsx';
import { ResolveForm } from '#app/features/audits/fieldwork/ui/resolve-form.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Conflict on indicator ${data?.indicator.code ?? ''} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const indicator = found(await findIndicator(scope, audit, found(params['code'])));
  const filter = filterOf(request.url);
  return { audit, indicator, filter, ...(await findConflict(scope.db, audit.id, indicator)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { id } = audit;
  const { code } = found(await findIndicator(scope, audit, found(params['code'])));
  const form = await readForm(request, resolveForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await resolveConflict(scope, id, code, form.value);
  return answered(outcome, addressOfIndicator(id, code, filterOf(request.url)), form.reply);
}

export default function Resolve() {
  const { audit, indicator, filter, conflicts, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = addressOfIndicator(audit.id, indicator.code, filter);
  return (
    <>
      <IndicatorHeader audit={audit} indicator={indicator} filter={filter} />
      {conflicts.length > 0 ? (
        <ResolveForm standing={indicator} conflicts={conflicts} seen={seen} back={back} answer={answer} />
      ) : (
        <EmptyState
          title="No conflict here"
          action={<ButtonLink to={back}>Back to the indicator</ButtonLink>}
        >
          Where two people word an indicator differently, both wordings stand here side by side.
        </EmptyState>
      )}
    </>
  );
}
