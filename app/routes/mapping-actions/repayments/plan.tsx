import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findPlan } from '#app/features/mapping/actions/repayment/queries.server.ts';
import { isComplete } from '#app/features/mapping/actions/repayment/rules.ts';
import { InstalmentTable, LedgerTable } from '#app/features/mapping/actions/repayment/ui/ledger.tsx';
import { RepaymentProgress } from '#app/features/mapping/actions/repayment/ui/progress.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A repayment plan · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const plan = found(await findPlan(scope, found(params['id'])));
  return { plan, today: dayOf(scope.now) };
}

const steps = [
  { path: 'owed', label: 'Add what is owed' },
  { path: 'instalment', label: 'Promise an instalment' },
  { path: 'confirm', label: 'Workers confirm' },
  { path: 'affected', label: 'More workers affected' },
  { path: 'correct', label: 'Take an entry back' },
];

export default function Plan() {
  const { plan, today } = useLoaderData<typeof loader>();
  const entries = plan.lines.map(({ entry }) => entry);
  return (
    <>
      <PageHeader
        title={<bdi>{plan.title}</bdi>}
        eyebrow={<bdi>{plan.party ?? 'The whole chain'}</bdi>}
        back={{ to: '/mapping/actions/repayments', label: 'Repayments' }}
        lead={
          isComplete(entries)
            ? 'Complete: all is repaid, and every worker confirmed it.'
            : 'Open until all is repaid and every worker confirmed it.'
        }
      />
      <Actions>
        <ButtonLink to={`/mapping/actions/repayments/${plan.id}/payment`}>Record a repayment</ButtonLink>
        {steps.map(({ path, label }) => (
          <ButtonLink key={path} to={`/mapping/actions/repayments/${plan.id}/${path}`} kind="secondary">
            {label}
          </ButtonLink>
        ))}
      </Actions>
      <RepaymentProgress entries={entries} />
      <Section title="Instalments">
        <InstalmentTable entries={entries} today={today} />
      </Section>
      <Section title="Ledger">
        <LedgerTable lines={plan.lines} />
      </Section>
    </>
  );
}
